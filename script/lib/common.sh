# Shared by the scripts beside; to be sourced.

say() { printf '%s\n' "$*"; }

fail() {
  printf '%s\n' "$*" >&2
  exit 1
}

# Sets $java, and makes sure that Maven and a JDK of 17 or later are there.
require_tools() {
  java="${JAVA_HOME:+$JAVA_HOME/bin/}java"
  command -v "$java" >/dev/null || fail "A JDK 17 or later is needed: no java found (Debian: apt install openjdk-17-jdk-headless)."
  command -v mvn >/dev/null || fail "Maven is needed: no mvn found (Debian: apt install maven)."
  local version
  version=$("$java" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java.specification.version = //p')
  if [ "${version%%.*}" -lt 17 ]; then
    fail "A JDK 17 or later is needed; this is $version."
  fi
  "$java" --list-modules | grep -q '^jdk.compiler' || fail "A whole JDK is needed, with its compiler; this is only a runtime."
}

running=
pipe=

# Runs a command with its whole output in a file (the first argument) and through a filter (the second) to the terminal.
# In the background, since a shell hears a signal only while it waits.
run_shown() {
  local log=$1 filter=$2 shower status=0
  shift 2
  mkdir -p "$(dirname "$log")"
  pipe=$(mktemp -d)
  mkfifo "$pipe/output"
  tee "$log" <"$pipe/output" | "$filter" &
  shower=$!
  "$@" >"$pipe/output" 2>&1 &
  running=$!
  wait "$running" || status=$?
  running=
  wait "$shower" || true
  rm -rf "$pipe"
  return "$status"
}

# For the scripts' traps.
stop_running() {
  if [ -n "$running" ]; then
    kill -TERM "$running" 2>/dev/null || true
    wait "$running" 2>/dev/null || true
    running=
  fi
  [ -z "$pipe" ] || rm -rf "$pipe"
}

# Maven, showing each step, the progress of downloads and errors; its whole output is in a file (the first argument).
run_maven() {
  local log=$1
  shift
  run_shown "$log" show_progress mvn --batch-mode -Dstyle.color=never "$@"
}

show_progress() {
  local line status fetched=0
  while true; do
    status=0
    IFS= read -r -t 20 line || status=$?
    if [ "$status" -gt 128 ]; then
      say "  … still at it ($((SECONDS / 60)) min $((SECONDS % 60)) s)"
    elif [ "$status" -ne 0 ]; then
      return 0
    fi
    case $line in
      *"Downloaded from"*)
        fetched=$((fetched + 1))
        [ $((fetched % 50)) -ne 0 ] || say "  … $fetched files fetched"
        ;;
      "[INFO] --- "*) say "  ${line#\[INFO\] --- }" ;;
      "[INFO] Running "* | "[INFO] Tests run"*) say "  ${line#\[INFO\] }" ;;
      "[ERROR]"*) say "$line" ;;
    esac
  done
}

# Whether somebody listens on that port of this machine.
port_answers() {
  (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null
}

# Whether a GET of that path on that port is answered with 200.
page_answers() {
  (
    exec 3<>"/dev/tcp/127.0.0.1/$1" || exit 1
    printf 'GET %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n' "$2" >&3
    read -r -t 5 _ status _ <&3 && [ "$status" = 200 ]
  ) 2>/dev/null
}

is_running() { kill -0 "$1" 2>/dev/null; }
