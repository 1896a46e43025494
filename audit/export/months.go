package export

// months are names in English, German, French, Spanish, Portuguese, Dutch and Italian, folded by foldHeader.
var months = [12][]string{
	{"january", "januar", "janner", "janvier", "enero", "janeiro", "januari", "gennaio"},
	{"february", "februar", "feber", "fevrier", "febrero", "fevereiro", "februari", "febbraio"},
	{"march", "marz", "maerz", "mrz", "mars", "marzo", "marco", "maart", "mrt"},
	{"april", "avril", "abril", "aprile"},
	{"may", "mai", "mayo", "maio", "mei", "maggio"},
	{"june", "juni", "juin", "junio", "junho", "giugno"},
	{"july", "juli", "juillet", "julio", "julho", "luglio"},
	{"august", "aout", "agosto", "augustus"},
	{"september", "septembre", "septiembre", "setembro", "settembre"},
	{"october", "oktober", "octobre", "octubre", "outubro", "ottobre"},
	{"november", "novembre", "noviembre", "novembro"},
	{"december", "dezember", "decembre", "diciembre", "dezembro", "dicembre"},
}

// monthsByName has every name whole and cut to three letters or more, as far as the cut is one month's.
var monthsByName = func() map[string]int {
	byName := map[string]int{}
	for i, names := range months {
		for _, name := range names {
			for n := 3; n <= len(name); n++ {
				if month, taken := byName[name[:n]]; taken && month != i+1 {
					byName[name[:n]] = 0
				} else {
					byName[name[:n]] = i + 1
				}
			}
		}
	}
	return byName
}()

// monthOf is the number of a month, by its name whole or cut to three letters or more; 0 if it is none.
func monthOf(name string) int {
	if month, ok := inLower(monthsByName, name); ok {
		return month
	}
	return monthsByName[foldHeader(name)]
}
