"""Completion for bash, whose own way with colons would break the terms of a query.

Bash splits `type:insp` into three words; this script sends the line as it was typed and takes back only what follows the
last colon. Importing the module puts it in the place of click's script.
"""

import os

from click.shell_completion import BashComplete, add_completion_class, split_arg_string

_SCRIPT = """\
%(complete_func)s() {
    local IFS=$'\\n' line="${COMP_LINE:0:COMP_POINT}" known="" completion type value
    local current="${line##* }"
    if [[ $COMP_WORDBREAKS == *:* && $current == *:* ]]; then known="${current%%"${current##*:}"}"; fi
    COMPREPLY=()
    for completion in $(env POLICYTRACK_LINE="$line" %(complete_var)s=bash_complete $1); do
        IFS=',' read -r type value <<< "$completion"
        case $type in
            dir) compopt -o dirnames ;;
            file) compopt -o default ;;
            plain) COMPREPLY+=("${value#"$known"}") ;;
        esac
    done
    if [[ ${#COMPREPLY[@]} == 1 && ${COMPREPLY[0]} == *: ]]; then compopt -o nospace; fi
    return 0
}

complete -o nosort -F %(complete_func)s %(prog_name)s
"""


class Bash(BashComplete):
    """Reads the line up to the cursor instead of bash's words."""

    source_template = _SCRIPT

    def get_completion_args(self) -> tuple[list[str], str]:
        line = os.environ.get("POLICYTRACK_LINE", "")
        words = split_arg_string(line)[1:]
        return (words, "") if line[-1:].isspace() or not words else (words[:-1], words[-1])


add_completion_class(Bash, "bash")
