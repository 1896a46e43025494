package export

import (
	"strings"
	"testing"
)

// What tools tell of the time after acceptance: what they have, and nothing else.
func TestToolsTellWhatFollowed(t *testing.T) {
	for _, test := range []struct {
		name, table string
		want        []string // by row: written, replied, what is told of all; first message, or - where nothing is known
	}{
		{
			"Waalaxy tells who did not reply",
			"firstName,lastName,linkedinUrl,state,prospectList,messageSent,messageReplied,lastReplyDetectedDate,connectionRequestDate,connectedAt\n" +
				"Bo,A,https://www.linkedin.com/in/bo,replied,L,yes,yes,2026-01-15,2026-01-09,2026-01-11\n" +
				"Cy,B,https://www.linkedin.com/in/cy,connected,L,yes,no,,2026-01-09,2026-01-11\n" +
				"Di,C,https://www.linkedin.com/in/di,connected,L,no,no,,2026-01-09,2026-01-11\n" +
				"Ed,D,https://www.linkedin.com/in/ed,,L,no,no,,2026-01-09,\n",
			[]string{"yes yes messages replies 2026-01-15", "yes no messages replies", "no no messages replies", "-"},
		},
		{
			"dates of replies alone do not tell who gave none",
			"sent at,name,accepted at,replied at\n2026-01-09,Bo A,2026-01-11,2026-01-15\n2026-01-09,Cy B,2026-01-11,\n2026-01-09,Di C,,\n",
			[]string{"? yes 2026-01-15", "-", "-"},
		},
		{
			"Linked Helper has the first message",
			"id;public_id;hash_id;profile_url;full_name;connected_at_iso;invited_date_iso;message_1_text;message_1_send_at;replied_message_1_send_at\n" +
				"1;bo;x;https://www.linkedin.com/in/bo;Bo A;2026-01-11T10:00:00.000Z;2026-01-09T08:05:00.000Z;Are you free for a call?;2026-01-12T10:00:00.000Z;\n" +
				"2;cy;y;https://www.linkedin.com/in/cy;Cy B;;2026-01-09T08:05:00.000Z;;;\n",
			[]string{"yes ? texts “Are you free for a call?” 24h", "-"},
		},
		{
			"HeyReach has a status of messages",
			"id,lead_first_name,lead_last_name,lead_profile_url,sender_name,leadConnectionStatus,leadMessageStatus\n" +
				"1,Bo,A,https://www.linkedin.com/in/bo,Ana Ruiz,ConnectionAccepted,MessageReply\n" +
				"2,Cy,B,https://www.linkedin.com/in/cy,Ana Ruiz,ConnectionAccepted,MessageSent\n" +
				"3,Di,C,https://www.linkedin.com/in/di,Ana Ruiz,ConnectionSent,None\n",
			[]string{"? yes replies", "? no replies", "-"},
		},
		{
			"no such column",
			"sent at,name,accepted at\n2026-01-09,Bo A,2026-01-11\n2026-01-09,Cy B,\n",
			[]string{"-", "-"},
		},
	} {
		s, err := inMemory(test.table)
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Survey(t.Context(), nil); err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, item := range readAll(t, s) {
			if item.Request != nil {
				got = append(got, followUpWords(item.Request.FollowUp))
			}
		}
		if strings.Join(got, "; ") != strings.Join(test.want, "; ") {
			t.Errorf("%s:\ngot  %s\nwant %s", test.name, strings.Join(got, "; "), strings.Join(test.want, "; "))
		}
	}
}

func followUpWords(f *FollowUp) string {
	if f == nil {
		return "-"
	}
	answers := [...]string{"?", "no", "yes"}
	words := answers[f.Written] + " " + answers[f.Replied]
	for i, tells := range []bool{f.Tells.Messages, f.Tells.Replies, f.Tells.Texts} {
		if tells {
			words += " " + []string{"messages", "replies", "texts"}[i]
		}
	}
	for _, m := range f.Own {
		words += " “" + m.Text + "” " + m.At.Sub(f.Accepted.At).String()
	}
	for _, r := range f.Replies {
		words += " " + DayOf(r.At).String()
	}
	return strings.ReplaceAll(words, "24h0m0s", "24h")
}
