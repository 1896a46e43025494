package export

import "strings"

// A layout is how a table writes fields in a line.
type layout struct {
	delimiter byte
	backslash bool // \" is a quote inside quotes; otherwise "" is
	blanks    bool // quotes may have blanks around them, as in: a, "b", c
}

// quotes says how a quote is written inside quotes, for the record.
func (l layout) quotes() string {
	if l.backslash {
		return "backslash"
	}
	return "doubled"
}

// split cuts text into fields; open means that it ends inside a quoted field. A quote that neither
// closes a field nor is doubled is taken as it stands, as every spreadsheet does, and counted as stray.
func (l layout) split(text string) (fields []string, open bool, strays int) {
	return l.splitInto(make([]string, 0, strings.Count(text, string(rune(l.delimiter)))+1), text)
}

// splitInto is split into room for fields, which grows where it must.
func (l layout) splitInto(fields []string, text string) (_ []string, open bool, strays int) {
	for {
		if start := l.quoteAt(text); start > 0 {
			field, rest, stray, closed := l.quoted(text[start:])
			strays += stray
			fields = append(fields, field)
			if !closed {
				return fields, true, strays
			}
			if rest == "" {
				return fields, false, strays
			}
			text = rest[1:]
			continue
		}
		end := strings.IndexByte(text, l.delimiter)
		field := text
		if end >= 0 {
			field = text[:end]
		}
		if strings.IndexByte(field, '"') >= 0 {
			strays += strings.Count(field, `"`)
		}
		fields = append(fields, field)
		if end < 0 {
			return fields, false, strays
		}
		text = text[end+1:]
	}
}

// quoteAt is where the content of a quoted field starts, 0 when the field is not quoted.
func (l layout) quoteAt(text string) int {
	if strings.HasPrefix(text, `"`) {
		return 1
	}
	if l.blanks {
		if rest := strings.TrimLeft(text, " "); strings.HasPrefix(rest, `"`) {
			return len(text) - len(rest) + 1
		}
	}
	return 0
}

// quoted reads a field after its opening quote. The rest starts with the delimiter, or is "".
func (l layout) quoted(text string) (field, rest string, strays int, closed bool) {
	plain := true // no quote inside so far: the field is a slice of the text
	var built strings.Builder
	for from := 0; ; {
		at := strings.IndexByte(text[from:], '"')
		if at < 0 {
			return l.plainly(text), "", strays, false
		}
		at += from
		after := text[at+1:]
		escaped := l.backslash && odd(text[:at])
		if rest, ends := l.ends(after); ends && !escaped {
			if plain {
				return l.plainly(text[:at]), rest, strays, true
			}
			built.WriteString(text[from:at])
			return l.plainly(built.String()), rest, strays, true
		}
		if plain {
			plain = false
			built.Grow(min(len(text), at+longestGrowth))
		}
		built.WriteString(text[from : at+1])
		from = at + 1
		switch {
		case escaped:
		case strings.HasPrefix(after, `"`):
			from++
		default:
			strays++
		}
	}
}

// longestGrowth is room for what most fields have behind their first doubled quote.
const longestGrowth = 512

// ends reports whether a field is over where text begins, and what of it follows.
func (l layout) ends(text string) (rest string, ok bool) {
	if l.blanks {
		text = strings.TrimLeft(text, " ")
	}
	return text, text == "" || text[0] == l.delimiter
}

// plainly resolves escaped quotes and backslashes.
func (l layout) plainly(field string) string {
	if !l.backslash || strings.IndexByte(field, '\\') < 0 {
		return field
	}
	return backslashes.Replace(field)
}

var backslashes = strings.NewReplacer(`\\`, `\`, `\"`, `"`)

// odd reports whether text ends with an odd number of backslashes: the last one escapes what follows.
func odd(text string) bool {
	return (len(text)-len(strings.TrimRight(text, `\`)))%2 == 1
}

// closes tells what a line does to a quote that is open where it begins: whether the record is
// complete at its end, and whether a quote in it can neither close nor be a doubled one.
func (l layout) closes(body string) (closed, stray bool) {
	_, rest, strays, ended := l.quoted(body)
	if strays > 0 {
		return false, true
	}
	if !ended {
		return false, false
	}
	if rest == "" {
		return true, false
	}
	_, open, _ := l.split(rest[1:])
	return !open, false
}
