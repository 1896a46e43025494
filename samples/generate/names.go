package main

// A culture is a set of first and last names that go together.
type culture struct {
	first, last []string
}

// cultures are where the invented people come from; each is as likely as the others.
var cultures = []culture{
	{
		[]string{"Imogen", "Callum", "Beth", "Rowan", "Harriet", "Declan", "Priscilla", "Marcus", "Tessa", "Elliot", "Joanne", "Wesley", "Naomi", "Gareth"},
		[]string{"Ashworth", "Pemberly", "Tunstall", "Birkett", "Crowther", "Lathbury", "Mossop", "Renshaw", "Skelton", "Wragg", "Dunmore", "Fairclough", "Hartnoll", "Kettering"},
	},
	{
		[]string{"Shauna", "Travis", "Denise", "Leroy", "Kaylee", "Brandon", "Monique", "Curtis", "Paige", "Dwayne", "Bethany", "Tyrell"},
		[]string{"Abernathy", "Boudreaux", "Castleberry", "Drinkwater", "Fontenot", "Hollingsworth", "Lattimore", "McWhorter", "Pettigrew", "Stallworth", "Whitlock", "Youngblood"},
	},
	{
		[]string{"Jörg", "Heike", "Björn", "Käthe", "Matthias", "Sabine", "Ulrike", "Henning", "Anke", "Volker", "Torsten", "Jürgen"},
		[]string{"Großmann", "Krämer", "Böttcher", "Fähnrich", "Schönherr", "Hußmann", "Oelschläger", "Wüstenberg", "Dörfler", "Strohmeyer", "Rößler", "Nußbaum"},
	},
	{
		[]string{"Élodie", "Thibault", "Maëlle", "Aurélien", "Benoît", "Solène", "Gaëtan", "Océane", "Jérôme", "Clémence", "Loïc", "Hélène"},
		[]string{"Lefèvre", "Desrosiers", "Béranger", "Châtelain", "Quéméneur", "Vauquelin", "Garçonnet", "Thévenot", "Bourdessoule", "Le Goff", "Rambourg", "d'Hérouville"},
	},
	{
		[]string{"Íñigo", "Begoña", "Ximena", "Nicolás", "Lucía", "Joaquín", "Montserrat", "Álvaro", "Rocío", "Andrés", "Belén", "Saúl"},
		[]string{"Ibáñez Roldán", "Peñalver", "Cárdenas", "Zúñiga Ortells", "Echeverría", "Muñoz Tejedor", "Quintanilla", "Sepúlveda Arce", "Bermúdez", "Lozano Vega", "Urrutia", "Ordóñez"},
	},
	{
		[]string{"Thaís", "João", "Inês", "Gonçalo", "Letícia", "Caio", "Mafalda", "Tomé", "Conceição", "Vinícius", "Luísa", "Estêvão"},
		[]string{"Nóbrega", "Magalhães Pinto", "Brandão", "Assunção", "Figueirôa", "Cabeçadas", "Teixeira Leal", "Simões", "Vasconcellos", "Araújo Prates", "Guimarães", "Sobreira"},
	},
	{
		[]string{"Søren", "Åsa", "Ragnhild", "Jørgen", "Märta", "Sindre", "Kjersti", "Håkan", "Þórdís", "Linnéa", "Aslaug", "Bjørn"},
		[]string{"Østergaard", "Lindqvist", "Sæther", "Hjelmeland", "Åkesson", "Bjørklund", "Nordengen", "Kvålseth", "Strømmen", "Söderlund", "Thorvaldsen", "Vestergård"},
	},
	{
		[]string{"Małgorzata", "Łukasz", "Grażyna", "Zbigniew", "Kateřina", "Jiří", "Bożena", "Przemysław", "Zdeněk", "Agnieszka", "Štěpánka", "Wojciech"},
		[]string{"Szczepaniak", "Dąbek", "Nováček", "Žák", "Wójcik-Maj", "Gołąb", "Pražák", "Wróbel", "Mróz", "Kaczmarek", "Dvořáček", "Sikora"},
	},
	{
		[]string{"Gülşen", "Çağlar", "Ayşegül", "Özgür", "Şebnem", "Tuğba", "Emre", "Berkay", "Nazlı", "Selin", "Tolga"},
		[]string{"Yıldırım", "Öztürkmen", "Karagöz", "Çelikbaş", "Demirağ", "Şahinoğlu", "Aydoğan", "Güngör", "Tütüncü", "Kılıçarslan"},
	},
	{
		[]string{"Ananya", "Raghavendra", "Lakshmi", "Harpreet", "Vikrant", "Shalini", "Devika", "Sukhwinder", "Nilay", "Meenakshi", "Karthik", "Jaspreet"},
		[]string{"Iyengar", "Deshpande", "Bhattacharjee", "Subramanyan", "Grewal", "Kulkarni", "Chowdhary", "Ramanathan", "Sandhawalia", "Mukundan", "Thiruvengadam", "Patwardhan"},
	},
	{
		[]string{"Adaeze", "Oluwaseun", "Chinonso", "Folasade", "Kwabena", "Ifeoma", "Babatunde", "Akosua", "Emeka", "Temitope", "Nkechi", "Yaw"},
		[]string{"Adeyemi-Cole", "Nwachukwu", "Ogunbanjo", "Boateng-Osei", "Ezeani", "Mensah-Addo", "Olanrewaju", "Ikechukwu", "Asamoah-Darko", "Afolayan", "Obiora", "Quartey"},
	},
	{
		[]string{"Layla", "Youssef", "Rania", "Tariq", "Nour", "Hadeel", "Karim", "Samira", "Bilal", "Dunya", "Ziad", "Amal"},
		[]string{"Al-Masri", "Benhaddou", "Khoury-Nasr", "El Idrissi", "Haddadin", "Abu Zaid", "Bensalem", "Darwazeh", "Tarabulsi", "Mansouri", "Al Rawahi", "Qabbaj"},
	},
	{
		[]string{"Thảo", "Minh Châu", "Quốc Bảo", "Đức", "Hương", "Khánh", "Ngọc Anh", "Tuấn"},
		[]string{"Nguyễn Hoàng", "Trần Lê", "Phạm Gia", "Đặng", "Vũ Thị", "Lương", "Bùi Kim", "Hồ Xuân"},
	},
	{
		[]string{"Xiaoyan", "Jia Hui", "Wei-Lin", "Yichen", "Meiling", "Zhihao", "Ji-won", "Seo-yeon", "Hyun-woo", "Eun-bi"},
		[]string{"Ouyang", "Situ", "Zhuang", "Shangguan", "Peng", "Baek", "Hwangbo", "Seok", "Namgoong", "Tan Boon"},
	},
	{
		[]string{"Kaori", "Yumiko", "Takeshi", "Natsuki", "Ryōsuke", "Michiko", "Shōta", "Haruka"},
		[]string{"Hasekura", "Onodera", "Kuwabara", "Shimozono", "Tachikawa", "Uemoto", "Minakami", "Ōnuki"},
	},
	{
		[]string{"Aoife", "Caoimhe", "Pádraig", "Saoirse", "Gráinne", "Tadhg", "Siobhán", "Eoghan"},
		[]string{"Ó Súilleabháin", "Mac Giolla", "O'Shaughnessy", "O'Hallorann", "McGettigan", "Ní Bhriain", "Fitzgibbon", "Twomey"},
	},
	{
		[]string{"Oksana", "Mykola", "Yulia", "Andriy", "Dmytro", "Nadiya", "Ostap", "Solomiya"},
		[]string{"Shevchuk", "Kravets", "Lytvynchuk", "Marusenko", "Hrytsenko", "Polishchuk", "Tkachuk", "Yaremenko"},
	},
	{
		[]string{"Олена", "Тарас", "Ірина", "Богдан", "Світлана", "Марко", "Галина", "Василь"},
		[]string{"Ковальчук", "Гнатюк", "Мельниченко", "Бондаренко", "Савчук", "Приходько", "Лисенко", "Романюк"},
	},
}

// asciiLetters says how a member who wants a plain address writes a letter in it.
var asciiLetters = map[rune]string{
	'á': "a", 'à': "a", 'ã': "a", 'â': "a", 'ä': "a", 'å': "a", 'ą': "a", 'ả': "a", 'ạ': "a", 'ă': "a", 'ầ': "a", 'ặ': "a", 'æ': "ae",
	'ç': "c", 'č': "c", 'ć': "c", 'ð': "d", 'đ': "d", 'ď': "d", 'é': "e", 'è': "e", 'ê': "e", 'ë': "e", 'ę': "e", 'ě': "e", 'ễ': "e",
	'ğ': "g", 'í': "i", 'î': "i", 'ï': "i", 'ı': "i", 'ị': "i", 'ł': "l", 'ñ': "n", 'ń': "n", 'ň': "n",
	'ó': "o", 'ò': "o", 'ô': "o", 'õ': "o", 'ö': "o", 'ø': "o", 'ő': "o", 'ō': "o", 'ố': "o", 'ồ': "o", 'ọ': "o", 'ř': "r",
	'ş': "s", 'š': "s", 'ś': "s", 'ß': "ss", 'ť': "t", 'ú': "u", 'ù': "u", 'û': "u", 'ü': "u", 'ů': "u", 'ū': "u", 'ư': "u",
	'ũ': "u", 'ấ': "a", 'ơ': "o", 'ứ': "u", 'ý': "y", 'ż': "z", 'ź': "z", 'ž': "z", 'þ': "th", '\'': "", ' ': "-", '-': "-",
}
