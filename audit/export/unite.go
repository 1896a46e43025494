package export

import (
	"cmp"
	"slices"
	"strings"
)

// Unite lets the archives of one LinkedIn member complete each other. Each is complete for 180 days
// only, so together they are for longer; and the newest one tells who has accepted since also of
// requests that only an older one lists. The sources must be surveyed.
func Unite(sources []*Source) {
	byOwner := map[string][]*Source{}
	for _, s := range sources {
		if s.owner != "" && s.Info.Acceptance == ByConnections {
			byOwner[s.owner] = append(byOwner[s.owner], s)
		}
	}
	for _, archives := range byOwner {
		slices.SortStableFunc(archives, func(a, b *Source) int {
			return cmp.Or(cmp.Compare(b.Info.Exported, a.Info.Exported), strings.Compare(a.Info.Path, b.Info.Path))
		})
		var windows []Period
		for _, s := range archives {
			windows = append(windows, s.Info.Windows...)
		}
		for i, s := range archives {
			s.Info.Windows = windows
			s.Info.OutcomeAsOf = archives[0].Info.Exported
			for _, newer := range archives[:i] {
				s.newer = append(s.newer, newer.network)
			}
		}
	}
}

// connected finds out whether a recipient is a connection in the newest archive that tells.
func (s *Source) connected(r *Request) (Day, bool) {
	for _, n := range s.newer {
		if day, ok := n.connected(r.RecipientProfile, r.Recipient, r.SentDay()); ok {
			return day, true
		}
	}
	return s.network.connected(r.RecipientProfile, r.Recipient, r.SentDay())
}
