package export

import (
	"time"
	_ "time/tzdata" // LinkedIn's zone must be there on machines without a zone database
)

// mustZone is a zone of the embedded database.
func mustZone(name string) *time.Location {
	zone, err := time.LoadLocation(name)
	if err != nil {
		panic(err) // the name is a constant of this package
	}
	return zone
}
