#!/usr/bin/env bash
# Opens, updates and closes one issue for each role with what is due this month.
#
#   what-is-due.sh SCHOOL [public|staff|governors]
#
# Needs schoolpolicy, gh (signed in) and jq on the path. What to do is decided by "schoolpolicy
# due"; this only carries it out. Running it twice changes nothing.
set -euo pipefail

school=$1
audience=${2:-public}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

gh label create due --color 1d4f7c --description "What a role does this month" --force
gh issue list --label due --state all --limit 1000 --json number,state,body >"$work/known.json"
schoolpolicy due "$school" --format issues --for "$audience" --known "$work/known.json" \
	>"$work/steps.json"

count=$(jq length "$work/steps.json")
for ((step = 0; step < count; step++)); do
	field() { jq -r ".[$step].$1" "$work/steps.json"; }
	number=$(field number)
	field body >"$work/body.md"
	case $(field do) in
	create)
		gh issue create --title "$(field title)" --label "$(field label)" --body-file "$work/body.md"
		;;
	edit)
		gh issue edit "$number" --title "$(field title)" --body-file "$work/body.md"
		;;
	reopen)
		gh issue edit "$number" --title "$(field title)" --body-file "$work/body.md"
		gh issue reopen "$number"
		;;
	close)
		gh issue close "$number"
		;;
	esac
done
echo "Issues changed: $count."
