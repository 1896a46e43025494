package export

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
)

// A companion is a table of an archive that completes its invitations.
type companion struct {
	format string // id
	file   string // as LinkedIn names it
	word   string // that its name has
}

// The companions: who accepted, and what was written then.
var (
	connectionsFile = companion{linkedInConnections, "Connections.csv", "connection"}
	messagesFile    = companion{linkedInMessages, "messages.csv", "message"}
)

// companionsOf finds those of the archive that an Invitations.csv is of: in the same folder, where there
// are several those with the same rest of the name, as in "ana invitations.csv" and "ana connections.csv".
// Where nobody can tell whose they are, it says why none are taken: better unknown than somebody else's.
func (f *finder) companionsOf(invitations *table, c companion) (found []*table, why string) {
	var friends, rivals []*table
	for _, t := range f.tables {
		if t.container != invitations.container {
			continue
		}
		switch t.mapping.format.ID {
		case c.format:
			friends = append(friends, t)
		case linkedInInvitations:
			rivals = append(rivals, t)
		}
	}
	if len(friends) == 0 {
		friends, why = f.beside(invitations, c)
		if len(friends) == 0 {
			return nil, why
		}
	}
	if oneArchive(rivals) && oneArchive(friends) {
		return friends, ""
	}
	var paired []*table
	for _, t := range friends {
		if nameRest(t) == nameRest(invitations) {
			paired = append(paired, t)
		}
	}
	sameRest := 0
	for _, t := range rivals {
		if nameRest(t) == nameRest(invitations) {
			sameRest++
		}
	}
	if sameRest > 1 && !oneArchive(rivals) || !oneArchive(paired) || len(paired) == 0 {
		return nil, fmt.Sprintf("the folder holds %d files of invitations and %d of %ss, and their names do not tell which belong together; keep each archive in a folder of its own", len(rivals), len(friends), c.word)
	}
	return paired, ""
}

// beside looks for companions in the folder of an Invitations.csv that was named by itself.
func (f *finder) beside(invitations *table, c companion) (found []*table, why string) {
	why = fmt.Sprintf("there is no %s beside it", c.file)
	if invitations.file != invitations.path {
		return nil, why // in an archive, which was searched as a whole
	}
	files, err := os.ReadDir(invitations.container)
	if err != nil {
		return nil, why
	}
	for _, file := range files {
		if hidden(file.Name()) || !strings.Contains(foldHeader(file.Name()), c.word) || looksLike(file.Name()) != tabular {
			continue
		}
		path := filepath.Join(invitations.container, file.Name())
		entries, err := f.onDisk(path, invitations.container)
		if err != nil || len(entries) != 1 {
			why = fmt.Sprintf("%s beside it could not be read", file.Name())
			continue
		}
		t, err := openTable(entries[0], f.settings)
		switch {
		case err != nil:
			why = fmt.Sprintf("%s beside it could not be read (%v)", file.Name(), err)
		case t.mapping.format.ID == c.format:
			found = append(found, t)
		}
	}
	return found, why
}

// part is how LinkedIn numbers the parts of a table that it splits: Name.csv, Name_1.csv, Name_2.csv.
var part = regexp.MustCompile(`_\d+$`)

// oneArchive reports whether tables are one, or the parts of one.
func oneArchive(tables []*table) bool {
	for _, t := range tables {
		if stem(t) != stem(tables[0]) {
			return false
		}
	}
	return true
}

// stem is a file's name without its ending and the number of its part.
func stem(t *table) string {
	name := strings.ToLower(t.name())
	return part.ReplaceAllString(strings.TrimSuffix(name, filepath.Ext(name)), "")
}

// nameRest is what a name tells beside what the table is.
func nameRest(t *table) string {
	rest := foldHeader(stem(t))
	for _, word := range []string{"linkedin", "invitations", "invitation", "connections", "connection", "messages", "message"} {
		rest = strings.ReplaceAll(rest, word, "")
	}
	return rest
}
