package report

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// A rowWriter writes rows as a sheet holds them (ECMA-376 part 1, 18.3.1.73 and 18.3.1.4), texts in their cells. excelize
// makes all the rest of a workbook; with its rows a long sheet takes twice the time, and it compares each text that has
// parts with all others.
type rowWriter struct {
	style func(place) (int, error)
	out   []byte
}

// row writes a row of a height in points. The places are in the order of their columns, their values as stored makes them.
func (w *rowWriter) row(number int, height float64, places []place) error {
	w.text(`<row r="`)
	w.number(number)
	w.text(`" ht="`)
	w.out = strconv.AppendFloat(w.out, height, 'f', -1, 64)
	w.text(`" customHeight="1">`)
	free := 1
	for i := range places {
		p := &places[i]
		if p.Column < free {
			return fmt.Errorf("two cells are at %s", name(p.Column, number))
		}
		free = p.Last + 1
		style, err := w.style(*p)
		if err != nil {
			return err
		}
		w.cell(p, number, style)
		for column := p.Column + 1; column < free; column++ {
			w.begin(column, number, style)
			w.text("/>")
		}
	}
	w.text("</row>")
	return nil
}

func (w *rowWriter) text(s string)    { w.out = append(w.out, s...) }
func (w *rowWriter) number(n int)     { w.out = strconv.AppendInt(w.out, int64(n), 10) }
func (w *rowWriter) letters(s string) { w.out = appendEscaped(w.out, s) }

func (w *rowWriter) begin(column, row, style int) {
	w.text(`<c r="`)
	w.text(columnName(column))
	w.number(row)
	w.text(`" s="`)
	w.number(style)
	w.text(`"`)
}

func (w *rowWriter) cell(p *place, row, style int) {
	w.begin(p.Column, row, style)
	switch value := p.Value.(type) {
	case int64:
		w.text("><v>")
		w.out = strconv.AppendInt(w.out, value, 10)
		w.text("</v></c>")
	case float64:
		w.text("><v>")
		w.out = strconv.AppendFloat(w.out, value, 'f', -1, 64)
		w.text("</v></c>")
	case string:
		if value == "" {
			w.text("/>")
			return
		}
		w.text(` t="inlineStr"><is>`)
		w.words(value)
		w.text("</is></c>")
	case Rich:
		if value.String() == "" {
			w.text("/>")
			return
		}
		w.text(` t="inlineStr"><is>`)
		for _, part := range value {
			if part.Text != "" {
				w.part(part)
			}
		}
		w.text("</is></c>")
	default:
		w.text("/>")
	}
}

// words writes a text; blanks at its ends are kept.
func (w *rowWriter) words(s string) {
	if strings.IndexByte(" \t\n", s[0]) >= 0 || strings.IndexByte(" \t\n", s[len(s)-1]) >= 0 {
		w.text(`<t xml:space="preserve">`)
	} else {
		w.text("<t>")
	}
	w.letters(s)
	w.text("</t>")
}

// part writes a part of a rich text. It names its font, since it does not inherit the cell's.
func (w *rowWriter) part(p Part) {
	w.text("<r><rPr>")
	if p.Strong {
		w.text("<b/>")
	}
	w.text(`<sz val="`)
	w.number(fontSize)
	w.text(`"/><color rgb="FF` + ink + `"/><rFont val="` + fontName + `"/><family val="2"/></rPr>`)
	w.words(p.Text)
	w.text("</r>")
}

// appendEscaped writes text as XML has it. What only looks like an escape of Excel's is escaped itself: Excel would show
// "_x000D_" as a line break.
func appendEscaped(out []byte, s string) []byte {
	from := 0
	for i := 0; i < len(s); i++ {
		instead := ""
		switch c := s[i]; {
		case c == '&':
			instead = "&amp;"
		case c == '<':
			instead = "&lt;"
		case c == '>':
			instead = "&gt;"
		case c == '_' && escape.MatchString(s[i:min(len(s), i+7)]):
			instead = "_x005F_"
		default:
			continue
		}
		out = append(append(out, s[from:i]...), instead...)
		from = i + 1
	}
	return append(out, s[from:]...)
}

// byRow puts places in the order of their rows, and of their columns in each.
func byRow(places []place) []place {
	slices.SortStableFunc(places, func(a, b place) int {
		return cmp.Or(cmp.Compare(a.Row, b.Row), cmp.Compare(a.Column, b.Column))
	})
	return places
}
