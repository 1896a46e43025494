package habit

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"

	"outreachaudit/audit/text"
)

// revision is raised when a habit is judged differently by code alone; a
// change of the lexicons or of the model shows by itself.
const revision = 2

// Rules is a short fingerprint of how notes are judged. Reports with different
// ones cannot be compared habit by habit.
func Rules() string {
	digest := sha256.New()
	fmt.Fprintln(digest, revision, SentenceLimit, CharacterLimit, text.Revision())
	digest.Write(weightsFile)
	for _, habit := range All {
		fmt.Fprintln(digest, habit.ID)
	}
	return hex.EncodeToString(digest.Sum(nil)[:6])
}
