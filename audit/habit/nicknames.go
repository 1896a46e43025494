package habit

import "strings"

// nicknameLines are names that one person may go by, a line each: nicknames that do not begin as the
// name does, and the forms of a name in several languages.
const nicknameLines = `
abigail abby gail
albert al bert bertie
alexander alexandra alexandre alejandro alejandra alessandro alessandra sasha sandra sandro sandy xander lex ales olek alec
alfred fred freddie alf
andrew andrea andreas andre andres andrzej drew andy
ann anna anne anita annie nan nancy ania hanna hannah anouk
anthony antonio antonia antoine anton tony toni toinon
arthur artur art
augustus gus august
barbara babs barb basia
beatrice beatriz bea trixie
benjamin ben benny
bernard bernie barney
bradley brad
bridget bridie biddy
caroline carolina karolina carrie caro lina karola
catherine katherine kathryn katarzyna caterina catarina catalina cathy kathy kate katie kitty kasia cat trina karen katja cata
charles carlos carlo karl carl charlie chuck chip karol
charlotte lottie charlie lotte carlota
christopher christian christine christina cristina cristian chris kit topher tina krzysztof krystyna krzysiek christoph christophe kirsten kris
cynthia cindy
daniel dan danny
david dave davey dawid
deborah debbie debra
dolores lola
dorothy dot dottie dorothea thea
edward eduardo eduard edouard ed eddie ned ted teddy edek lalo
eleanor ellen nell nellie nora ella lena helen helena elena helene
elizabeth elisabeth isabel isabella isabelle elisabetta elzbieta liz lizzie beth betty bess bessie eliza elsie lisa lise libby liesel ela bella izzy
emanuel manuel manu manolo manny emmanuel
emily emilia emma millie em
eugene gene
ferdinand fernando ferdi nando
florence flo flora
frances francis francisco francesco francesca francois francoise franz franziska frank frankie fran paco pancho curro cisco chico franek franciszek paquita
frederick frederic federico fred freddy fritz rick
gabriel gabriela gabrielle gabe gaby
george jorge georg giorgio georges jerzy jurek georgie juergen
gerald gerard jerry gerry
gertrude trudy gert
gilbert gil bert
grace gracie
gregory greg grzegorz
guillermo memo william guillaume guglielmo
gwendolyn gwen wendy
harold harry hal
harriet hattie
henry henri enrique enrico heinrich henryk harry hank hal heinz quique heiner
herbert herb bert
hubert hugh bert
ignacio nacho ignatius ignacy ignaz iggy
jack john
jacob jacobo jakob jakub james jim jimmy jamie jaime jake kuba santiago diego giacomo jacques jacopo
jacqueline jackie
jane janet joan jean jenny joanna johanna giovanna juana jeanne asia
jennifer jen jenny
jeremy jerry jeremiah
jerome jerry
jessica jess jessie
jesus chuy chucho
john johannes johann juan giovanni joao jean jan hans ivan ian sean jack johnny jon jonny janek hannes
joseph jose josef giuseppe jozef joe joey jo pepe jupp sepp beppe peppe ze jozek
josephine josefina giuseppina jo josie pepa fina
jonathan jon nathan
joshua josh
katherine kay
kenneth ken kenny
lawrence laurence lorenzo lorenz laurent larry laurie
leonard leonardo len lenny leo leon lennart
lucas luke luca lukas lukasz luc
lucy lucia lucie luz lucille
ludwig louis luis luigi luca lou lutz luiz
malgorzata margaret margarita marguerite margherita margarida margarethe gosia peggy maggie meg megan greta gretel rita daisy madge margo margot peg
magdalena madeleine magda lena maddie madeline
maria mary marie maryam miriam molly polly mia mimi marysia mariah marijke mieke
mark marc marco marcus markus marek marcos
martha marta patty mattie
martin martino marcin marty
matilda tilly mattie
matthew matthias mateo matteo mathieu mateusz matt matty mathias thijs
maurice mauricio maurizio moritz
maximilian max massimo
melissa lissa mel
michael michel miguel michele michal mike mikey mick mickey mitch michelle mikael mischa
nathaniel nate nat nathan
nicholas nicolas nicola niklas nikolaus mikolaj nick nicky klaus nico colin claus
oliver olivier oliviero ollie
patricia patrizia pat patty tricia trish
patrick pat paddy patrice
paul pablo paolo paulo pawel pavel pauline paula
penelope penny
peter pedro pietro pierre piotr pete piet pieter perico pjotr
philip felipe filippo philippe filip phil pip
rafael raphael raffaele rafa rafal
raymond ray raimund ramon
rebecca becky becca
richard ricardo riccardo ryszard rick ricky dick rich richie
robert roberto rob bob bobby robbie bert robin beto
roderick rod rodrigo
roger ruggero rudiger rodge
ronald ron ronnie
rosario charo
rose rosa rosemary rosie
rudolf rudi rodolfo rolf
salvador salvatore sal chava
samuel samantha sam sammy
sarah sara sally sadie
sebastian seb bastian basti
sergio serge sergej sergey sergei
sophia sofia sophie zofia zosia
stanislaw stan staszek stanley
stephen steven stephan esteban stefano stefan etienne szczepan steve stevie stephanie steph stefania
susan susanna susanne zuzanna sue suzie susie zuzia
tadeusz tadek
teresa theresa therese terry tess tessa tere
theodore theodor teodoro ted teddy theo
thomas tomas tommaso tomasz tom tommy maas
timothy tim timmy timo
valentina valentine tina val
veronica veronika weronika ronnie vera
victoria viktoria wiktoria vicky tori
vincent vincenzo vicente vince vinnie enzo
virginia ginny ginger
walter wally walt wolf
wilhelm william willem guillermo will bill billy willy liam wim helmut
wolfgang wolf
yekaterina ekaterina katya
zachary zach zack
adelheid heidi
adriana adrian adriano ada
adrianus ad arie
agata aga
agnes agnieszka aga ines agnese inge
aleksandra aleksander ola olek
aloysius alois alojzy loisl
amelia amelie mela
anastasia nastja stacy nastia
angela angelika angelica angie gela
antonius ton toon tonny
augustin agostino gus
balthasar hausl
barbara basia barbel
andrzej jedrek
antonella nella
antoni antek
antonio toninho
dariusz darek
domenico mimmo
eduardo dudu
elisabeth liesbeth els lisbeth sissi
enrique kike
federico chicco
francesco ciccio
francisco kiko
friedrich fritz
giovanni nanni
giuseppe pino
grzegorz grzesiek grzes
guadalupe lupe
hanna hania
henryk heniek
ireneusz irek
jan jasiek
jesus chus
joanna aska joasia
johanna joke
johannes joop
krzysztof krzychu
luigi gigi
mateusz mati
michal misiek
raffaele lello
ryszard rysiek
stanislaw stach stasiek
szymon szymek
tomasz tomek
urszula ula
waldemar waldek
wilhelmina willy
wilhelmus wim
wladyslaw wladek
ezekiel zeke
percival percy perce
bartholomew bartlomiej bartosz bartolome bart bartek
benedikt bene benedict
bogdan bogus
brigitte gitte brigitta birgit
bronislaw bronek
cecilia celia sissy cece
charlene charly
concepcion conchita concha
consuelo chelo
cornelia cornelis cor nelly conny corrie kees
dietrich dieter
dominik dominic dominique nick domi
eberhard ebi hardy
elzbieta ela elka
encarnacion encarna
enriqueta queta
ernst ernesto ernest ernie neto
erwin erich
eugeniusz gienek eugenio geno
ewa eva eve ewka
felicitas feli lizzy
felix feliks
genevieve gen viv
geraldine gerry
gerardus gerrit geert
giacomina mina
gianluca luca gian
giovanna vanna gianna
gottfried friedl
graciela chela
hendrik henk rik hein hennie
hieronymus ron
hildegard hilde
hortensia tencha
ines nes
irena irene rena irenka
isidoro isidro chidro
izabela iza bela
jacobus koos ko jaap
jadwiga jadzia hedwig hedy
janusz jan
jaroslaw jarek
joaquin quino chimo quim
johan jo han
jolanta jola
jolien jo
josefa sefa pepi
justyna justine tina
kaspar kasperl
katharina kathi kati resi
katrien trien
kazimierz kazik kazek
klara clara claire chiara
korbinian korbi
kornelia nela
krzysztof krzys
kunigunde gundi
leonidas leo
leopold poldi
leszek lech
lodewijk lode
luciana lu
ludmila mila
luisa louise lou lulu
magnus mangus
maksymilian maks
malgorzata gosia malgosia
manuela manu nela
marianne marianna nanne
mariusz mario
martinus tinus
mercedes merche
michaela michi ela
mieczyslaw mietek
montserrat montse
natalia nathalie nata natasha nat
nepomuk muck
norbert nobby bert
octavio tavo
oswald ossi
petrus piet
pieternel nel
pilar pili
przemyslaw przemek
quentin quincy
radoslaw radek
reinhard reinhold reini
renata renate nate
rodolfo fito
roland roly
ruprecht rupert
sebastian wastl
siegfried sigi siggi
sigrid siggi
simon simmerl
slawomir slawek
socorro coco
soledad sole
sylwia silvia sylvia sylvie
thaddaeus thaddeus tad
theodorus theo dorus
therese theresia teresa resi
tobias tobiasz tobi toby
ulrich ulrike uli ulli
ursula uschi ulla ursel
vinzenz zenz
wanda wandzia
wenceslao vences
wieslaw wiesiek
wilhelmina minna mina willemijn mien helma
wlodzimierz wlodek
wojciech wojtek
xaver xavi xavier javier javi
xaverl xaver
yolanda yoli
zbigniew zbyszek
zdzislaw zdzich
zygmunt zyga sigmund siegmund sigi
`

// nicknames has the lines that a name is in.
var nicknames = func() map[string][]int {
	byName := map[string][]int{}
	for i, line := range strings.Split(strings.TrimSpace(nicknameLines), "\n") {
		for _, name := range strings.Fields(line) {
			byName[stem(name)] = append(byName[stem(name)], i)
		}
	}
	return byName
}()

// stem is a name without its last vowel, which Slavic languages change in a greeting: Gosia, Gosiu; Wojtek, Wojtku.
func stem(name string) string {
	if short, ok := strings.CutSuffix(name, "ku"); ok && len(short) > 1 {
		return short + "ek"
	}
	if len(name) < 4 || !strings.ContainsRune("aeiou", rune(name[len(name)-1])) {
		return name
	}
	return name[:len(name)-1]
}

// shareNickname reports whether one person may go by both names.
func shareNickname(nicknames map[string][]int, a, b string) bool {
	for _, i := range nicknames[stem(a)] {
		for _, j := range nicknames[stem(b)] {
			if i == j {
				return true
			}
		}
	}
	return false
}
