# Reads what test tools wrote; to be sourced. Each function prints two numbers: passed and failed.
# A skipped test counts as failed: nothing may be left out unseen.

surefire_totals() { # folders of TEST-*.xml
  local folder file all=0 bad=0
  for folder in "$@"; do
    for file in "$folder"/TEST-*.xml; do
      [ -f "$file" ] || continue
      local suite
      # The element may be broken over lines.
      suite=$(tr '\n' ' ' <"$file" | grep -o '<testsuite [^>]*>' | head -n 1)
      all=$((all + $(number_of tests "$suite")))
      bad=$((bad + $(number_of errors "$suite") + $(number_of failures "$suite") + $(number_of skipped "$suite")))
    done
  done
  echo "$((all - bad)) $bad"
}

number_of() { # attribute, element
  local number
  number=$(printf '%s' "$2" | sed -n "s/.*[[:space:]]$1=\"\([0-9]*\)\".*/\1/p")
  echo "${number:-0}"
}

# The summary of Node's own test runner, in either of its two shapes ("# pass 3" and "ℹ pass 3").
node_totals() { # file
  local good bad=0 word
  good=$(node_number pass "$1")
  for word in fail cancelled skipped todo; do
    bad=$((bad + $(node_number "$word" "$1")))
  done
  echo "$good $bad"
}

node_number() { # word, file
  local number
  number=$(sed -n "s/^\(#\|ℹ\) $1 \([0-9][0-9]*\)\$/\2/p" "$2" | tail -n 1)
  echo "${number:-0}"
}
