function __bold_should_offer_completions_for_flags_or_options -a expected_commands
    set -l non_repeating_flags_or_options $argv[2..]
    set -l non_repeating_flags_or_options_absent 0
    set -l positional_index 0
    set -l commands
    __bold_parse_tokens
    test "$commands" = "$expected_commands"; and return $non_repeating_flags_or_options_absent
end

function __bold_should_offer_completions_for_positional -a expected_commands positional_index_comparison expected_positional_index
    set -l non_repeating_flags_or_options
    set -l non_repeating_flags_or_options_absent 0
    set -l positional_index 0
    set -l commands
    __bold_parse_tokens
    test "$commands" = "$expected_commands" -a \( "$positional_index" "$positional_index_comparison" "$expected_positional_index" \)
end

function __bold_parse_tokens -S
    set -l unparsed_tokens (__bold_tokens -pc)
    switch $unparsed_tokens[1]
    case 'bold'
        __bold_parse_subcommand 0 'version' 'h/help'
        switch $unparsed_tokens[1]
        case 'check'
            __bold_parse_subcommand 1 'data=' 'store=' 'format=' 'translations' 'version' 'h/help'
        case 'build'
            __bold_parse_subcommand 1 'store=' 'data=' 'temporary=' 'report=' 'version' 'h/help'
        case 'query'
            __bold_parse_subcommand -r 1 'store=' 'user=' 'project=' 'log=' 'format=' 'explain' 'comments' 'set=' 'version' 'h/help'
        case 'export'
            __bold_parse_subcommand -r 1 'store=' 'user=' 'project=' 'log=' 'o/output=' 'to=' 'force' 'set=' 'version' 'h/help'
        case 'audit'
            __bold_parse_subcommand -r 1 'format=' 'all' 'strict' 'version' 'h/help'
        case 'explore'
            __bold_parse_subcommand 0 'store=' 'user=' 'project=' 'log=' 'lang=' 'ascii' 'no-colour' 'theme=' 'plain' 'plain-table=' 'mouse' 'no-config' 'print-config' 'version' 'h/help'
        case 'replay'
            __bold_parse_subcommand 1 'store=' 'user=' 'project=' 'log=' 'to=' 'version' 'h/help'
        case 'log'
            __bold_parse_subcommand 1 'verify' 'head=' 'version' 'h/help'
        case 'catalogue'
            __bold_parse_subcommand 1 'store=' 'user=' 'project=' 'log=' 'format=' 'linkage' 'link-level=' 'version' 'h/help'
        case 'sample'
            __bold_parse_subcommand 0 'persons=' 'seed=' 'o/output=' 'source-records' 'version' 'h/help'
        case 'help'
            __bold_parse_subcommand -r 1 'version'
        end
    end
end

function __bold_tokens
    if test (string split -m 1 -f 1 -- . "$FISH_VERSION") -gt 3
        commandline --tokens-raw $argv
    else
        commandline -o $argv
    end
end

function __bold_parse_subcommand -S -a positional_count
    argparse -s r -- $argv
    set -l option_specs $argv[2..]
    set -l is_repeating_positional $_flag_r
    set -el _flag_r
    set -a commands $unparsed_tokens[1]
    set positional_index 0
    while true
        set -e unparsed_tokens[1]
        argparse -sn "$commands" $option_specs -- $unparsed_tokens 2> /dev/null
        set unparsed_tokens $argv
        set positional_index (math $positional_index + 1)
        for non_repeating_flag_or_option in $non_repeating_flags_or_options
            if set -ql "_flag_$(string replace -a - _ -- $non_repeating_flag_or_option)"
                set non_repeating_flags_or_options_absent 1
                break
            end
        end
        test (count $unparsed_tokens) -eq 0 -o \( -z "$is_repeating_positional" -a "$positional_index" -gt "$positional_count" \) && break
    end
end

function __bold_complete_directories
    set -l token (commandline -t)
    string match -- '*/' $token
    set -l subdirs $token*/
    printf %s\n $subdirs
end

function __bold_custom_completion
    set -x SAP_SHELL fish
    set -x SAP_SHELL_VERSION $FISH_VERSION
    set -l tokens (__bold_tokens -p)
    if test -z "$(__bold_tokens -t)"
        set -l index (count (__bold_tokens -pc))
        set tokens $tokens[..$index] \'\' $tokens[(math $index + 1)..]
    end
    command $tokens[1] $argv $tokens
end

complete -c 'bold' -f
complete -c 'bold' -n '__bold_should_offer_completions_for_flags_or_options "bold" version' -l 'version' -d 'Show the version.'
complete -c 'bold' -n '__bold_should_offer_completions_for_flags_or_options "bold" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'bold' -n '__bold_should_offer_completions_for_positional "bold" -eq 1' -fa 'check' -d 'Say what is wrong with a data package or a store.'
complete -c 'bold' -n '__bold_should_offer_completions_for_positional "bold" -eq 1' -fa 'build' -d 'Build the store of a data package.'
complete -c 'bold' -n '__bold_should_offer_completions_for_positional "bold" -eq 1' -fa 'query' -d 'Print the protected table that answers a query.'
complete -c 'bold' -n '__bold_should_offer_completions_for_positional "bold" -eq 1' -fa 'export' -d 'Write the protected table that answers a query to a CSV file with a JSON sidecar.'
complete -c 'bold' -n '__bold_should_offer_completions_for_positional "bold" -eq 1' -fa 'audit' -d 'Attack exported tables together and report what their hidden cells give away.'
complete -c 'bold' -n '__bold_should_offer_completions_for_positional "bold" -eq 1' -fa 'explore' -d 'Explore a store in the terminal.'
complete -c 'bold' -n '__bold_should_offer_completions_for_positional "bold" -eq 1' -fa 'replay' -d 'Run a recorded session again and say whether its exports are the same.'
complete -c 'bold' -n '__bold_should_offer_completions_for_positional "bold" -eq 1' -fa 'log' -d 'Print an audit log, or verify that nothing in it was changed.'
complete -c 'bold' -n '__bold_should_offer_completions_for_positional "bold" -eq 1' -fa 'catalogue' -d 'List what a store can be asked: pilots, variables, codes, stages, outcomes.'
complete -c 'bold' -n '__bold_should_offer_completions_for_positional "bold" -eq 1' -fa 'sample' -d 'Write a data package of invented people.'
complete -c 'bold' -n '__bold_should_offer_completions_for_positional "bold" -eq 1' -fa 'help' -d 'Show subcommand help information.'
complete -c 'bold' -n '__bold_should_offer_completions_for_positional "bold check" -eq 1' -fa '(__bold_complete_directories)'
complete -c 'bold' -n '__bold_should_offer_completions_for_flags_or_options "bold check" data' -l 'data' -d 'Where the CSV files are, if they are not in the package.' -rfa '(__bold_complete_directories)'
complete -c 'bold' -n '__bold_should_offer_completions_for_flags_or_options "bold check" store' -l 'store' -d 'Check this store instead of a package.' -rfa '(__bold_complete_directories)'
complete -c 'bold' -n '__bold_should_offer_completions_for_flags_or_options "bold check" format' -l 'format' -d 'How problems are written.' -rfka 'text json'
complete -c 'bold' -n '__bold_should_offer_completions_for_flags_or_options "bold check" translations' -l 'translations' -d 'List the labels of the package that have no Welsh, instead of checking it.'
complete -c 'bold' -n '__bold_should_offer_completions_for_flags_or_options "bold check" version' -l 'version' -d 'Show the version.'
complete -c 'bold' -n '__bold_should_offer_completions_for_flags_or_options "bold check" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'bold' -n '__bold_should_offer_completions_for_positional "bold build" -eq 1' -fa '(__bold_complete_directories)'
complete -c 'bold' -n '__bold_should_offer_completions_for_flags_or_options "bold build" store' -l 'store' -d 'The folder of the store; BOLD_STORE where it is not given.' -rfa '(__bold_complete_directories)'
complete -c 'bold' -n '__bold_should_offer_completions_for_flags_or_options "bold build" data' -l 'data' -d 'Where the CSV files are, if they are not in the package.' -rfa '(__bold_complete_directories)'
complete -c 'bold' -n '__bold_should_offer_completions_for_flags_or_options "bold build" temporary' -l 'temporary' -d 'Where temporary files go: up to twice the size of the data. Beside the store by default.' -rfa '(__bold_complete_directories)'
complete -c 'bold' -n '__bold_should_offer_completions_for_flags_or_options "bold build" report' -l 'report' -d 'Save the report here as well, as JSON.' -rfa '(for p in (string match -e -- \'*/\' (commandline -t);or printf \n)*.\'json\';printf %s\n $p;end;__fish_complete_directories (commandline -t) \'\')'
complete -c 'bold' -n '__bold_should_offer_completions_for_flags_or_options "bold build" version' -l 'version' -d 'Show the version.'
complete -c 'bold' -n '__bold_should_offer_completions_for_flags_or_options "bold build" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'bold' -n '__bold_should_offer_completions_for_flags_or_options "bold query" store' -l 'store' -d 'The folder of the store; the environment variable BOLD_STORE where it is not given.' -rfa '(__bold_complete_directories)'
complete -c 'bold' -n '__bold_should_offer_completions_for_flags_or_options "bold query" user' -l 'user' -d 'The user of the register to work as; BOLD_USER where it is not given. Without either, the one with the login of this process.' -rfka ''
complete -c 'bold' -n '__bold_should_offer_completions_for_flags_or_options "bold query" project' -l 'project' -d 'The project to work on; BOLD_PROJECT where it is not given. Without either, the only one that the user is on.' -rfka ''
complete -c 'bold' -n '__bold_should_offer_completions_for_flags_or_options "bold query" log' -l 'log' -d 'The audit log; BOLD_LOG where it is not given. Without either, STORE.log for data that are not synthetic, and none for others.' -rF
complete -c 'bold' -n '__bold_should_offer_completions_for_flags_or_options "bold query" format' -l 'format' -d 'How the table is written.' -rfka 'text csv json'
complete -c 'bold' -n '__bold_should_offer_completions_for_flags_or_options "bold query" explain' -l 'explain' -d 'Add how the query was understood and what each sign in the table means.'
complete -c 'bold' -n '__bold_should_offer_completions_for_flags_or_options "bold query" comments' -l 'comments' -d 'Put heading and legend above CSV, in lines that begin with #.'
complete -c 'bold' -n '__bold_should_offer_completions_for_flags_or_options "bold query" set' -l 'set' -d 'Every table of this table set of the policy (bold catalogue names them), in place of a query.' -rfka ''
complete -c 'bold' -n '__bold_should_offer_completions_for_flags_or_options "bold query" version' -l 'version' -d 'Show the version.'
complete -c 'bold' -n '__bold_should_offer_completions_for_flags_or_options "bold query" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'bold' -n '__bold_should_offer_completions_for_flags_or_options "bold export" store' -l 'store' -d 'The folder of the store; the environment variable BOLD_STORE where it is not given.' -rfa '(__bold_complete_directories)'
complete -c 'bold' -n '__bold_should_offer_completions_for_flags_or_options "bold export" user' -l 'user' -d 'The user of the register to work as; BOLD_USER where it is not given. Without either, the one with the login of this process.' -rfka ''
complete -c 'bold' -n '__bold_should_offer_completions_for_flags_or_options "bold export" project' -l 'project' -d 'The project to work on; BOLD_PROJECT where it is not given. Without either, the only one that the user is on.' -rfka ''
complete -c 'bold' -n '__bold_should_offer_completions_for_flags_or_options "bold export" log' -l 'log' -d 'The audit log; BOLD_LOG where it is not given. Without either, STORE.log for data that are not synthetic, and none for others.' -rF
complete -c 'bold' -n '__bold_should_offer_completions_for_flags_or_options "bold export" o output' -s 'o' -l 'output' -d 'The CSV file to write.' -rfa '(for p in (string match -e -- \'*/\' (commandline -t);or printf \n)*.\'csv\';printf %s\n $p;end;__fish_complete_directories (commandline -t) \'\')'
complete -c 'bold' -n '__bold_should_offer_completions_for_flags_or_options "bold export" to' -l 'to' -d 'The folder for the tables of --set, made where it is not there.' -rfa '(__bold_complete_directories)'
complete -c 'bold' -n '__bold_should_offer_completions_for_flags_or_options "bold export" force' -l 'force' -d 'Replace files that are there.'
complete -c 'bold' -n '__bold_should_offer_completions_for_flags_or_options "bold export" set' -l 'set' -d 'Every table of this table set of the policy (bold catalogue names them), in place of a query.' -rfka ''
complete -c 'bold' -n '__bold_should_offer_completions_for_flags_or_options "bold export" version' -l 'version' -d 'Show the version.'
complete -c 'bold' -n '__bold_should_offer_completions_for_flags_or_options "bold export" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'bold' -n '__bold_should_offer_completions_for_flags_or_options "bold audit" format' -l 'format' -d 'How the report is written.' -rfka 'text json'
complete -c 'bold' -n '__bold_should_offer_completions_for_flags_or_options "bold audit" all' -l 'all' -d 'List hidden cells of which enough is left as well.'
complete -c 'bold' -n '__bold_should_offer_completions_for_flags_or_options "bold audit" strict' -l 'strict' -d 'Count what files alone cannot decide among the findings.'
complete -c 'bold' -n '__bold_should_offer_completions_for_positional "bold audit" -ge 1' -fa '(set -l exts \'csv\' \'json\';for p in (string match -e -- \'*/\' (commandline -t);or printf \n)*.{$exts};printf %s\n $p;end;__fish_complete_directories (commandline -t) \'\')'
complete -c 'bold' -n '__bold_should_offer_completions_for_flags_or_options "bold audit" version' -l 'version' -d 'Show the version.'
complete -c 'bold' -n '__bold_should_offer_completions_for_flags_or_options "bold audit" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'bold' -n '__bold_should_offer_completions_for_flags_or_options "bold explore" store' -l 'store' -d 'The folder of the store; the environment variable BOLD_STORE where it is not given.' -rfa '(__bold_complete_directories)'
complete -c 'bold' -n '__bold_should_offer_completions_for_flags_or_options "bold explore" user' -l 'user' -d 'The user of the register to work as; BOLD_USER where it is not given. Without either, the one with the login of this process.' -rfka ''
complete -c 'bold' -n '__bold_should_offer_completions_for_flags_or_options "bold explore" project' -l 'project' -d 'The project to work on; BOLD_PROJECT where it is not given. Without either, the only one that the user is on.' -rfka ''
complete -c 'bold' -n '__bold_should_offer_completions_for_flags_or_options "bold explore" log' -l 'log' -d 'The audit log; BOLD_LOG where it is not given. Without either, STORE.log for data that are not synthetic, and none for others.' -rF
complete -c 'bold' -n '__bold_should_offer_completions_for_flags_or_options "bold explore" lang' -l 'lang' -d 'The language of screens and labels: en or cy.' -rfka ''
complete -c 'bold' -n '__bold_should_offer_completions_for_flags_or_options "bold explore" ascii' -l 'ascii' -d 'Draw with ASCII alone, whatever the locale says.'
complete -c 'bold' -n '__bold_should_offer_completions_for_flags_or_options "bold explore" no-colour' -l 'no-colour' -d 'Attributes instead of colours; NO_COLOR in the environment does the same.'
complete -c 'bold' -n '__bold_should_offer_completions_for_flags_or_options "bold explore" theme' -l 'theme' -d 'The background to choose colours for: auto, light or dark.' -rfka ''
complete -c 'bold' -n '__bold_should_offer_completions_for_flags_or_options "bold explore" plain' -l 'plain' -d 'Lines of text and typed commands instead of screens and keys; for screen readers.'
complete -c 'bold' -n '__bold_should_offer_completions_for_flags_or_options "bold explore" plain-table' -l 'plain-table' -d 'How --plain says tables: lines (one for each cell) or grid.' -rfka ''
complete -c 'bold' -n '__bold_should_offer_completions_for_flags_or_options "bold explore" mouse' -l 'mouse' -d 'Let a click focus and the wheel scroll.'
complete -c 'bold' -n '__bold_should_offer_completions_for_flags_or_options "bold explore" no-config' -l 'no-config' -d 'Leave the configuration file unread.'
complete -c 'bold' -n '__bold_should_offer_completions_for_flags_or_options "bold explore" print-config' -l 'print-config' -d 'Print the configuration in force, in the form of the file, and end.'
complete -c 'bold' -n '__bold_should_offer_completions_for_flags_or_options "bold explore" version' -l 'version' -d 'Show the version.'
complete -c 'bold' -n '__bold_should_offer_completions_for_flags_or_options "bold explore" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'bold' -n '__bold_should_offer_completions_for_flags_or_options "bold replay" store' -l 'store' -d 'The folder of the store; the environment variable BOLD_STORE where it is not given.' -rfa '(__bold_complete_directories)'
complete -c 'bold' -n '__bold_should_offer_completions_for_flags_or_options "bold replay" user' -l 'user' -d 'The user of the register to work as; BOLD_USER where it is not given. Without either, the one with the login of this process.' -rfka ''
complete -c 'bold' -n '__bold_should_offer_completions_for_flags_or_options "bold replay" project' -l 'project' -d 'The project to work on; BOLD_PROJECT where it is not given. Without either, the only one that the user is on.' -rfka ''
complete -c 'bold' -n '__bold_should_offer_completions_for_flags_or_options "bold replay" log' -l 'log' -d 'The audit log; BOLD_LOG where it is not given. Without either, STORE.log for data that are not synthetic, and none for others.' -rF
complete -c 'bold' -n '__bold_should_offer_completions_for_flags_or_options "bold replay" to' -l 'to' -d 'The folder for the exports, made where it is not there.' -rfa '(__bold_complete_directories)'
complete -c 'bold' -n '__bold_should_offer_completions_for_positional "bold replay" -eq 1' -F
complete -c 'bold' -n '__bold_should_offer_completions_for_flags_or_options "bold replay" version' -l 'version' -d 'Show the version.'
complete -c 'bold' -n '__bold_should_offer_completions_for_flags_or_options "bold replay" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'bold' -n '__bold_should_offer_completions_for_flags_or_options "bold log" verify' -l 'verify' -d 'Say whether the chain is unbroken, and print its head.'
complete -c 'bold' -n '__bold_should_offer_completions_for_flags_or_options "bold log" head' -l 'head' -d 'The head of an earlier reading, which has to be in the log still.' -rfka ''
complete -c 'bold' -n '__bold_should_offer_completions_for_positional "bold log" -eq 1' -F
complete -c 'bold' -n '__bold_should_offer_completions_for_flags_or_options "bold log" version' -l 'version' -d 'Show the version.'
complete -c 'bold' -n '__bold_should_offer_completions_for_flags_or_options "bold log" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'bold' -n '__bold_should_offer_completions_for_flags_or_options "bold catalogue" store' -l 'store' -d 'The folder of the store; the environment variable BOLD_STORE where it is not given.' -rfa '(__bold_complete_directories)'
complete -c 'bold' -n '__bold_should_offer_completions_for_flags_or_options "bold catalogue" user' -l 'user' -d 'The user of the register to work as; BOLD_USER where it is not given. Without either, the one with the login of this process.' -rfka ''
complete -c 'bold' -n '__bold_should_offer_completions_for_flags_or_options "bold catalogue" project' -l 'project' -d 'The project to work on; BOLD_PROJECT where it is not given. Without either, the only one that the user is on.' -rfka ''
complete -c 'bold' -n '__bold_should_offer_completions_for_flags_or_options "bold catalogue" log' -l 'log' -d 'The audit log; BOLD_LOG where it is not given. Without either, STORE.log for data that are not synthetic, and none for others.' -rF
complete -c 'bold' -n '__bold_should_offer_completions_for_flags_or_options "bold catalogue" format' -l 'format' -d 'How the catalogue is written.' -rfka 'text json'
complete -c 'bold' -n '__bold_should_offer_completions_for_flags_or_options "bold catalogue" linkage' -l 'linkage' -d 'Add how well the records are linked, as protected figures.'
complete -c 'bold' -n '__bold_should_offer_completions_for_flags_or_options "bold catalogue" link-level' -l 'link-level' -d 'The link level of --linkage: high, medium or low.' -rfka 'high medium low'
complete -c 'bold' -n '__bold_should_offer_completions_for_flags_or_options "bold catalogue" version' -l 'version' -d 'Show the version.'
complete -c 'bold' -n '__bold_should_offer_completions_for_flags_or_options "bold catalogue" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'bold' -n '__bold_should_offer_completions_for_flags_or_options "bold sample" persons' -l 'persons' -d 'How many persons have records.' -rfka ''
complete -c 'bold' -n '__bold_should_offer_completions_for_flags_or_options "bold sample" seed' -l 'seed' -d 'Which of all packages of this size.' -rfka ''
complete -c 'bold' -n '__bold_should_offer_completions_for_flags_or_options "bold sample" o output' -s 'o' -l 'output' -d 'The folder of the package; it must be new or empty.' -rfa '(__bold_complete_directories)'
complete -c 'bold' -n '__bold_should_offer_completions_for_flags_or_options "bold sample" source-records' -l 'source-records' -d 'Also write person records as separate systems hold them, with their errors, and the truth about them: into source_records beside the package, never into it.'
complete -c 'bold' -n '__bold_should_offer_completions_for_flags_or_options "bold sample" version' -l 'version' -d 'Show the version.'
complete -c 'bold' -n '__bold_should_offer_completions_for_flags_or_options "bold sample" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'bold' -n '__bold_should_offer_completions_for_flags_or_options "bold help" version' -l 'version' -d 'Show the version.'
