package report

import (
	"bytes"
	"encoding/xml"
	"text/template"
)

// A drawing is all that a chart's part of a workbook says.
type drawing struct {
	*Chart
	CategoryRange string
	Labels        []string // of the categories
	Dated         bool     // the labels are days
	Series        []bars
}

// bars are those of one colour.
type bars struct {
	Index                int
	Name, Colour         string
	Values, Below, Above values // the ends of the bars, and how far their intervals reach
}

// values are where numbers are, and the numbers.
type values struct {
	Range  string
	Len    int
	Points []point
}

type point struct {
	Index int
	Shown bool // false: there is no number
	Value float64
}

// xml is the chart as DrawingML, in the order of elements that its schema asks for.
func (d *drawing) xml() ([]byte, error) {
	escape := func(text string) (string, error) {
		var out bytes.Buffer
		err := xml.EscapeText(&out, []byte(cellText(text)))
		return out.String(), err
	}
	part, err := template.New("chart").Funcs(template.FuncMap{"x": escape, "ink": func() string { return ink }}).Parse(chartTemplate)
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	err = part.Execute(&out, d)
	return out.Bytes(), err
}

const chartTemplate = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
{{- define "letters"}}<a:defRPr sz="{{.}}" b="0"><a:solidFill><a:srgbClr val="{{ink}}"/></a:solidFill><a:latin typeface="Arial"/></a:defRPr>{{end}}
{{- define "letters900"}}<c:txPr><a:bodyPr/><a:p><a:pPr>{{template "letters" 900}}</a:pPr><a:endParaRPr lang="en-US"/></a:p></c:txPr>{{end}}
{{- define "run"}}<a:solidFill><a:srgbClr val="{{ink}}"/></a:solidFill><a:latin typeface="Arial"/>{{end}}
{{- define "grey"}}<c:spPr><a:ln w="9525"><a:solidFill><a:srgbClr val="BCC6D0"/></a:solidFill></a:ln></c:spPr>{{end}}
{{- define "upright"}}<a:bodyPr rot="-5400000" vert="horz"/>{{end}}
{{- define "values"}}<c:numRef><c:f>{{x .Range}}</c:f><c:numCache><c:formatCode>0.0%</c:formatCode><c:ptCount val="{{.Len}}"/>
{{- range .Points}}{{if .Shown}}<c:pt idx="{{.Index}}"><c:v>{{.Value}}</c:v></c:pt>{{end}}{{end}}</c:numCache></c:numRef>{{end}}
<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">
<c:date1904 val="0"/><c:roundedCorners val="0"/>
<c:chart>
<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr>{{template "letters" 1200}}</a:pPr><a:r><a:rPr lang="en-US" sz="1200" b="1">{{template "run"}}</a:rPr><a:t>{{x .Title}}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>
<c:autoTitleDeleted val="0"/>
<c:plotArea><c:layout/>
<c:barChart><c:barDir val="{{if .Horizontal}}bar{{else}}col{{end}}"/><c:grouping val="clustered"/><c:varyColors val="0"/>
{{- range .Series}}
<c:ser><c:idx val="{{.Index}}"/><c:order val="{{.Index}}"/><c:tx><c:v>{{x .Name}}</c:v></c:tx>
<c:spPr><a:solidFill><a:srgbClr val="{{.Colour}}"/></a:solidFill><a:ln w="6350"><a:solidFill><a:srgbClr val="{{ink}}"/></a:solidFill></a:ln></c:spPr><c:invertIfNegative val="0"/>
<c:dLbls>{{range .Values.Points}}{{if not .Shown}}<c:dLbl><c:idx val="{{.Index}}"/><c:delete val="1"/></c:dLbl>{{end}}{{end -}}
<c:numFmt formatCode="0%" sourceLinked="0"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>{{template "letters900"}}<c:dLblPos val="inBase"/>
<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>
<c:errBars><c:errBarType val="both"/><c:errValType val="cust"/><c:noEndCap val="0"/>
<c:plus>{{template "values" .Above}}</c:plus><c:minus>{{template "values" .Below}}</c:minus>
<c:spPr><a:ln w="12700"><a:solidFill><a:srgbClr val="{{ink}}"/></a:solidFill></a:ln></c:spPr></c:errBars>
<c:cat>{{if $.Dated}}<c:numRef><c:f>{{x $.CategoryRange}}</c:f><c:numCache><c:formatCode>yyyy\-mm</c:formatCode>{{else}}<c:strRef><c:f>{{x $.CategoryRange}}</c:f><c:strCache>{{end -}}
<c:ptCount val="{{len $.Labels}}"/>{{range $i, $label := $.Labels}}<c:pt idx="{{$i}}"><c:v>{{x $label}}</c:v></c:pt>{{end -}}
{{if $.Dated}}</c:numCache></c:numRef>{{else}}</c:strCache></c:strRef>{{end}}</c:cat>
<c:val>{{template "values" .Values}}</c:val></c:ser>
{{- end}}
<c:gapWidth val="55"/><c:axId val="1001"/><c:axId val="1002"/></c:barChart>
<c:catAx><c:axId val="1001"/><c:scaling><c:orientation val="{{if .Horizontal}}maxMin{{else}}minMax{{end}}"/></c:scaling><c:delete val="0"/><c:axPos val="{{if .Horizontal}}l{{else}}b{{end}}"/>
<c:title><c:tx><c:rich>{{if .Horizontal}}{{template "upright"}}{{else}}<a:bodyPr/>{{end}}<a:p><a:pPr>{{template "letters" 900}}</a:pPr><a:r><a:rPr lang="en-US" sz="900" b="0">{{template "run"}}</a:rPr><a:t>{{x .AxisTitle}}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>
<c:numFmt formatCode="{{if .Dated}}yyyy\-mm{{else}}General{{end}}" sourceLinked="{{if .Dated}}1{{else}}0{{end}}"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>{{template "grey"}}{{template "letters900"}}
<c:crossAx val="1002"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>
<c:valAx><c:axId val="1002"/><c:scaling><c:orientation val="minMax"/><c:max val="1"/><c:min val="0"/></c:scaling><c:delete val="0"/><c:axPos val="{{if .Horizontal}}b{{else}}l{{end}}"/>
<c:majorGridlines>{{template "grey"}}</c:majorGridlines>
<c:title><c:tx><c:rich>{{if .Horizontal}}<a:bodyPr/>{{else}}{{template "upright"}}{{end}}<a:p><a:pPr>{{template "letters" 900}}</a:pPr><a:r><a:rPr lang="en-US" sz="900" b="0">{{template "run"}}</a:rPr><a:t>{{x .ValueTitle}}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>
<c:numFmt formatCode="0%" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>{{template "grey"}}{{template "letters900"}}
<c:crossAx val="1001"/><c:crosses val="{{if .Horizontal}}max{{else}}autoZero{{end}}"/><c:crossBetween val="between"/><c:majorUnit val="0.2"/></c:valAx>
</c:plotArea>
{{- if gt (len .Series) 1}}<c:legend><c:legendPos val="t"/><c:overlay val="0"/>{{template "letters900"}}</c:legend>{{end}}
<c:plotVisOnly val="0"/><c:dispBlanksAs val="gap"/></c:chart>
<c:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill><a:ln><a:noFill/></a:ln></c:spPr>
</c:chartSpace>
`
