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
	for _, archives := range byOwner(sources) {
		slices.SortStableFunc(archives, newestFirst)
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

// newestFirst is the order in which the archives of an owner complete each other.
func newestFirst(a, b *Source) int {
	return cmp.Or(cmp.Compare(b.Info.Exported, a.Info.Exported), strings.Compare(a.Info.Path, b.Info.Path))
}

// byOwner groups the archives of each member: by name, and where several members have that name, by the
// profile that the archives tell.
func byOwner(sources []*Source) [][]*Source {
	type member struct{ name, profile string }
	profiles := map[string]map[string]bool{}
	for _, s := range sources {
		if s.ownerProfile != "" {
			if profiles[s.owner] == nil {
				profiles[s.owner] = map[string]bool{}
			}
			profiles[s.owner][s.ownerProfile] = true
		}
	}
	groups := map[member][]*Source{}
	var members []member
	for _, s := range sources {
		if s.owner == "" || s.Info.Acceptance != ByConnections {
			continue
		}
		m := member{name: s.owner}
		if len(profiles[s.owner]) > 1 {
			m.profile = s.ownerProfile
		}
		if groups[m] == nil {
			members = append(members, m)
		}
		groups[m] = append(groups[m], s)
	}
	all := make([][]*Source, len(members))
	for i, m := range members {
		all[i] = groups[m]
	}
	return all
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
