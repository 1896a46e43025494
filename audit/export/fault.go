package export

import "fmt"

// A Fault is one of this program that a file brings to light. Other files can be read all the same.
type Fault struct {
	Path  string // of the file
	Value any    // what the program says of it
}

// Error names the file and says what to do.
func (f Fault) Error() string {
	return fmt.Sprintf("%s shows a fault of this program (%v); please report it, and leave the file out meanwhile", f.Path, f.Value)
}

// caught makes an error of a panic while a file is read.
func caught(path string, err *error) {
	if value := recover(); value != nil {
		*err = Fault{path, value}
	}
}
