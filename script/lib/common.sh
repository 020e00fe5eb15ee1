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

# Runs Maven with its whole output in a file (the first argument), showing each step, the progress of downloads and errors.
run_maven() {
  local log=$1
  shift
  mkdir -p "$(dirname "$log")"
  mvn --batch-mode -Dstyle.color=never "$@" 2>&1 | tee "$log" | show_progress
  return "${PIPESTATUS[0]}"
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
