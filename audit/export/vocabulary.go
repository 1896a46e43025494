package export

// genericHeaders are the column names of outreach tools, trackers and spreadsheets, folded by
// foldHeader. Of several columns that could hold a field the earlier name is read.
var genericHeaders = map[Field][]string{
	FieldID: {"requestid", "invitationid", "inviteid", "connectionrequestid", "requestnumber", "anfrageid", "einladungsid", "id"},
	FieldRecruiter: {
		"recruiter", "recruitername", "recruiterfullname", "sender", "sendername", "senderfullname", "sentby", "sentfrom", "invitedby", "inviter", "invitername",
		"requestedby", "owner", "ownername", "ownedby", "linkedinaccount", "linkedinaccountname", "accountname", "accountowner", "account", "from", "consultant",
		"sourcer", "teammember", "user", "username", "hiringpartner",
		"absender", "absendername", "gesendetvon", "versendetvon", "personalberater", "berater", "mitarbeiter", "benutzer", "konto", "inhaber", "von",
		"recruteur", "recruteuse", "recruteurs", "expediteur", "envoyepar", "invitepar", "utilisateur", "compte", "consultante", "chargederecrutement", "proprietaire",
		"reclutador", "reclutadora", "remitente", "enviadopor", "usuario", "cuenta", "seleccionador", "consultora", "propietario",
		"recrutador", "recrutadora", "remetente", "conta", "utilizador", "responsavel",
		"afzender", "verzondendoor", "verstuurddoor", "gebruiker", "eigenaar", "recruiternaam", "van",
		"selezionatore", "selezionatrice", "mittente", "inviatoda", "utente", "reclutatore", "reclutatrice", "proprietario", "da", "de",
	},
	FieldDirection: {"direction", "richtung", "sens", "direccion", "direcao", "richting", "direzione"},
	FieldSent: {
		"sentat", "senton", "sent", "datesent", "sentdate", "senddate", "invitedatiso", "invitedat", "inviteddateiso", "inviteddate", "invitedon", "invitesentat", "invitesenton",
		"invitesent", "invitesentdate", "invitationsentat", "invitationsenton", "invitationsent", "invitationsentdate", "invitationdate", "invitedate", "connectionrequestdate", "connectionrequestsentat",
		"connectionrequestsenton", "connectionrequestsent", "connectionsentat", "connectionsent", "requestsentat", "requestsenton", "requestsent", "requestdate", "requestedat", "requestedon", "datetimesent", "timesent", "senttime", "senttimestamp", "dateofrequest", "dateofinvitation", "dateofinvite", "outreachdate", "invited",
		"gesendetam", "gesendet", "versendetam", "versandtam", "verschicktam", "abgeschicktam", "sendedatum", "versanddatum", "anfragedatum", "einladungsdatum", "eingeladenam", "angefragtam", "datumderanfrage", "kontaktanfrageam", "datumgesendet", "einladunggesendetam", "anfragegesendetam", "anfrageversendetam", "kontaktanfragegesendetam", "einladungversendetam",
		"dateenvoi", "datedenvoi", "envoyele", "envoyeele", "envoye", "dateinvitation", "datedinvitation", "invitele", "inviteele", "datedelinvitation", "datedemande", "datedelademande", "invitationenvoyeele", "demandeenvoyeele",
		"fechaenvio", "fechadeenvio", "enviadoel", "enviadael", "enviado", "enviada", "fechainvitacion", "fechadeinvitacion", "fechadelainvitacion", "fechasolicitud", "fechadesolicitud", "invitadoel", "invitacionenviadael", "solicitudenviadael",
		"dataenvio", "datadeenvio", "datadoenvio", "enviadoem", "enviadaem", "dataconvite", "datadoconvite", "datadeconvite", "datadasolicitacao", "datadopedido", "convidadoem", "conviteenviadoem", "solicitacaoenviadaem",
		"verzondenop", "verstuurdop", "verzonden", "verstuurd", "verzenddatum", "datumverzonden", "datumverstuurd", "uitnodigingsdatum", "datumuitnodiging", "uitgenodigdop", "uitnodigingverzondenop", "uitnodigingverstuurdop",
		"datainvio", "datadiinvio", "datadinvio", "inviatoil", "inviatail", "inviato", "inviata", "datainvito", "datadellinvito", "datarichiesta", "datadellarichiesta", "invitatoil", "invitoinviatoil", "richiestainviatail",
		"timestamp", "date", "datetime", "datum", "fecha", "data", "dataeora", "fechayhora",
	},
	FieldRecipient: {
		"recipient", "recipientname", "recipientfullname", "to", "fullname", "name", "candidate", "candidatename", "prospect", "prospectname", "lead", "leadname", "leadfullname", "contactfullname", "contact",
		"contactname", "invitee", "inviteename", "person",
		"empfanger", "empfangername", "empfaenger", "kandidat", "kandidatin", "kandidatname", "vollstandigername", "kontakt", "kontaktname", "ansprechpartner", "an",
		"destinataire", "nomcomplet", "candidat", "nomducandidat", "nomdudestinataire", "contacte", "invite", "nom", "a",
		"destinatario", "nombrecompleto", "nombreyapellidos", "nombreyapellido", "nombredelcandidato", "nombrecandidato", "candidato", "candidata", "contacto", "invitado", "nombre", "para",
		"nomecompleto", "nomedocandidato", "contato", "convidado", "nome",
		"ontvanger", "volledigenaam", "naamkandidaat", "naamcontact", "kandidaat", "contactpersoon", "naam", "aan",
		"nomecompletocandidato", "nomeecognome", "nomedelcandidato", "nomecandidato", "cognomeenome", "contatto", "invitato",
	},
	FieldFirstName: {
		"firstname", "first", "fname", "recipientfirstname", "leadfirstname", "contactfirstname", "candidatefirstname", "givenname", "forename",
		"vorname", "prenom", "primernombre", "primeironome", "voornaam", "nomeproprio",
	},
	FieldLastName: {
		"lastname", "last", "lname", "recipientlastname", "leadlastname", "contactlastname", "candidatelastname", "surname", "familyname",
		"nachname", "familienname", "nomdefamille", "apellido", "apellidos", "sobrenome", "apelido", "achternaam", "cognome",
	},
	FieldProfile: {
		"inviteeprofileurl", "recipientprofileurl", "recipientprofile", "leadprofileurl", "profileurl", "profilelink", "linkedinprofileurl", "linkedinprofile", "linkedinprofilelink",
		"linkedinurl", "linkedinlink", "linkedin", "prospecturl", "candidateurl", "profile", "url", "baseurl",
		"profillink", "linkedinprofil", "profilurl", "profil", "lienprofil", "lienduprofil", "profillinkedin", "urlduprofil", "lienlinkedin",
		"perfil", "perfillinkedin", "perfildelinkedin", "urldelperfil", "enlacedelperfil", "perfildolinkedin", "linkdoperfil", "urldoperfil",
		"profiel", "linkedinprofiel", "profiellink", "profielurl", "profilo", "profilolinkedin", "linkprofilo", "urlprofilo", "linkdelprofilo",
	},
	FieldCompany: {
		"company", "companyname", "currentcompany", "recipientcompany", "leadcompany", "candidatecompany", "employer", "organization", "organisation",
		"firma", "unternehmen", "firmenname", "arbeitgeber", "entreprise", "societe", "employeur", "empresa", "compania", "empleador", "bedrijf", "bedrijfsnaam", "werkgever", "azienda", "societa", "datoredilavoro",
	},
	FieldTitle: {
		"title", "jobtitle", "position", "currentposition", "currenttitle", "headline", "leadheadline", "recipienttitle", "occupation", "role",
		"titel", "berufsbezeichnung", "jobtitel", "stelle", "funktion", "poste", "fonction", "intitule", "titre", "puesto", "cargo", "titulo", "funcao", "functie", "functietitel", "ruolo", "posizione", "qualifica", "titolo",
	},
	FieldLocation: {
		"location", "locationname", "recipientlocation", "leadlocation", "city", "region",
		"ort", "standort", "stadt", "lieu", "ville", "localisation", "ubicacion", "ciudad", "localizacao", "cidade", "localidade", "locatie", "plaats", "stad", "luogo", "localita", "citta", "sede",
	},
	FieldNote: {
		"note", "connectionnote", "invitationnote", "invitenote", "requestnote", "notetext", "message", "invitationmessage", "invitemessage", "connectionmessage",
		"connectionrequestmessage", "connectionrequestnote", "invitetext", "personalnote", "personalmessage", "custommessage", "customnote", "messagebody", "notebody", "invitationtext", "connectiontext", "requesttext", "requestmessage", "messagetext", "notesent", "messagesent", "text",
		"nachricht", "nachrichtentext", "notiz", "anschreiben", "einladungstext", "mitteilung", "begleittext",
		"messagedinvitation", "notedinvitation", "texte", "messageenvoye", "mensaje", "mensajeenviado", "nota", "texto", "mensajedeinvitacion",
		"mensagem", "mensagemenviada", "mensagemdoconvite", "bericht", "notitie", "tekst", "uitnodigingstekst", "uitnodigingsbericht", "messaggio", "messaggioinviato", "testo", "messaggiodinvito", "messaggiodiinvito", "testoinvito",
	},
	FieldStatus: {
		"status", "requeststatus", "connectionstatus", "connectionrequeststatus", "invitationstatus", "invitestatus", "leadconnectionstatus", "outcome", "response", "result", "state", "leadstatus", "contactstatus",
		"anfragestatus", "einladungsstatus", "ergebnis", "antwort", "zustand", "statut", "statutinvitation", "statutdelinvitation", "etat", "reponse", "resultat",
		"estado", "estadodelainvitacion", "respuesta", "estatus", "resultado", "estadodoconvite", "situacao", "resposta", "statusuitnodiging", "resultaat", "reactie", "antwoord", "uitkomst",
		"stato", "statoinvito", "statorichiesta", "esito", "risposta", "risultato",
	},
	FieldAccepted: {
		"acceptedat", "acceptedon", "accepteddate", "dateaccepted", "acceptancedate", "accepted", "isaccepted", "connectedatiso", "connectedat", "connectedon", "connecteddate", "connectiondate", "dateconnected", "connectionaccepted",
		"connectionacceptedat", "connectionaccepteddate", "inviteaccepted", "inviteacceptedat", "invitationaccepted", "invitationacceptedat", "requestaccepted", "connected",
		"angenommenam", "akzeptiertam", "bestatigtam", "verbundenam", "vernetztam", "kontaktseit", "verbundenseit", "annahmedatum", "angenommen", "akzeptiert",
		"acceptele", "accepteele", "dateacceptation", "datedacceptation", "connectele", "accepte", "acceptee",
		"aceptadoel", "aceptadael", "fechaaceptacion", "fechadeaceptacion", "conectadoel", "aceptado", "aceptada",
		"aceitoem", "aceiteem", "dataaceite", "datadeaceite", "datadeaceitacao", "dataaceitacao", "conectadoem", "aceito", "aceite", "aceita",
		"geaccepteerdop", "acceptatiedatum", "datumgeaccepteerd", "verbondenop", "geaccepteerd",
		"accettatoil", "accettatail", "dataaccettazione", "datadiaccettazione", "collegatoil", "accettato", "accettata",
	},
	FieldFirstMessage: {
		"firstmessage", "firstmessagetext", "followupmessage", "followupmessagetext", "followuptext", "messageafteracceptance", "messageafterconnection", "welcomemessage",
		"erstenachricht", "folgenachricht", "premiermessage", "primermensaje", "primeiramensagem", "eerstebericht", "primomessaggio",
	},
	FieldMessaged: {
		"firstmessagesentat", "firstmessagesenton", "firstmessageat", "firstmessagedate", "followupsentat", "followupsenton", "followupdate", "messagedat", "messagedon", "messagesentat", "messagesenton", "messagesentdate",
		"erstenachrichtam", "nachrichtgesendetam", "datepremiermessage", "premiermessagele", "fechaprimermensaje", "dataprimeiramensagem", "datumeerstebericht", "dataprimomessaggio",
	},
	FieldHasReplied: {"hasreplied", "messagereplied", "didreply", "isreplied", "hatgeantwortet", "arepondu", "harespondido", "respondeu", "heeftgereageerd", "heeftgeantwoord", "harisposto"},
	FieldReplied: {
		"repliedat", "repliedon", "replieddate", "replydate", "datereplied", "dateofreply", "replyreceivedat", "replyreceivedon", "repliedtime", "lastrepliedat", "lastreplieddate", "lastreplydetecteddate", "lastreplyat", "firstreplyat", "firstreplydate",
		"respondedat", "respondedon", "replied",
		"beantwortetam", "geantwortetam", "antwortam", "datumderantwort", "antwortdatum", "repondule", "datereponse", "datedereponse", "respondioel", "fecharespuesta", "fechaderespuesta",
		"respondidoem", "respondeuem", "datadaresposta", "dataderesposta", "beantwoordop", "gereageerdop", "antwoorddatum", "rispostoil", "datarisposta", "datadirisposta",
	},
}

// Words that mean a whole name, or a part of it beside a column for the other part.
var (
	firstOrWhole = []string{"nombre", "nome"}
	lastOrWhole  = []string{"name", "nom", "naam"}
)

// statusWords are the words of status columns, folded by foldHeader. A reply shows that the request was
// accepted, since only connections can write. A word that is not here is unknown, never a guess.
var statusWords = byOutcome(statusLists)

var statusLists = map[Outcome][]string{
	Accepted: {
		"accepted", "connected", "connectionaccepted", "requestaccepted", "inviteaccepted", "invitationaccepted", "linkedininviteaccepted",
		"connectionrequestaccepted", "replied", "messagereply", "messagereplied", "nowconnected", "firstdegree",
		"angenommen", "akzeptiert", "bestatigt", "verbunden", "vernetzt", "beantwortet", "angenommene", "zugesagt",
		"accepte", "acceptee", "connecte", "connectee", "arepondu", "invitationacceptee", "demandeacceptee",
		"aceptado", "aceptada", "conectado", "conectada", "respondio", "respondido", "invitacionaceptada", "solicitudaceptada",
		"aceito", "aceita", "aceite", "respondeu", "conviteaceito", "conviteaceite",
		"geaccepteerd", "verbonden", "beantwoord", "uitnodiginggeaccepteerd",
		"accettato", "accettata", "collegato", "collegata", "connesso", "connessa", "harisposto", "invitoaccettato", "richiestaaccettata",
	},
	Pending: {
		"pending", "sent", "invited", "waiting", "open", "noresponse", "noanswer", "noreply", "connectionsent", "connectionrequestsent",
		"invitesent", "invitationsent", "linkedininvitesent", "requestsent", "invitationpending", "connectionpending", "requestpending", "awaitingresponse", "awaitingreply", "noresponseyet", "awaiting", "awaitingacceptance", "notyetaccepted", "notacceptedyet", "stillpending",
		"ausstehend", "offen", "gesendet", "versendet", "eingeladen", "keineantwort", "wartend", "angefragt", "inbearbeitung", "verschickt", "einladunggesendet", "anfragegesendet", "nochoffen", "keinereaktion", "nochkeineantwort",
		"enattente", "envoye", "envoyee", "invite", "invitee", "sansreponse", "pasdereponse", "invitationenvoyee",
		"pendiente", "enviado", "enviada", "invitado", "invitada", "sinrespuesta", "enespera", "esperando", "invitacionenviada",
		"pendente", "convidado", "semresposta", "aguardando", "emespera", "conviteenviado",
		"inafwachting", "openstaand", "verzonden", "verstuurd", "uitgenodigd", "geenantwoord", "geenreactie", "wachtend", "inbehandeling", "uitnodigingverzonden",
		"inattesa", "inviato", "inviata", "invitato", "nessunarisposta", "insospeso", "invitoinviato", "richiestainviata", "inattesadirisposta",
	},
	Declined: {
		"declined", "rejected", "refused", "denied", "invitationdeclined", "requestdeclined", "connectiondeclined", "rejectedbyrecipient", "declinedbyrecipient",
		"abgelehnt", "verweigert", "abgesagt", "refuse", "refusee", "decline", "declinee", "rejete", "rejetee",
		"rechazado", "rechazada", "declinado", "declinada", "recusado", "recusada", "rejeitado", "rejeitada",
		"geweigerd", "afgewezen", "afgeslagen", "rifiutato", "rifiutata", "declinato", "respinto", "respinta",
	},
	Withdrawn: {
		"withdrawn", "cancelled", "canceled", "retracted", "revoked", "invitationwithdrawn", "requestwithdrawn", "autowithdrawn", "withdrawnbysender", "cancelledbysender",
		"zuruckgezogen", "zurueckgezogen", "storniert", "widerrufen", "retire", "retiree", "annule", "annulee",
		"retirado", "retirada", "cancelado", "cancelada", "anulado", "anulada", "ingetrokken", "geannuleerd",
		"ritirato", "ritirata", "annullato", "annullata", "revocato",
	},
	NotAccepted: {
		"notaccepted", "ignored", "expired", "notconnected", "unanswered", "unaccepted", "notanswered",
		"nichtangenommen", "ignoriert", "abgelaufen", "nichtverbunden", "unbeantwortet", "nonaccepte", "nonacceptee", "ignore", "ignoree", "expire", "expiree", "nonconnecte",
		"noaceptado", "noaceptada", "ignorado", "ignorada", "caducado", "caducada", "expirado", "expirada", "noconectado",
		"naoaceito", "naoaceite", "naoconectado", "nietgeaccepteerd", "genegeerd", "verlopen", "nietverbonden",
		"nonaccettato", "nonaccettata", "ignorato", "ignorata", "scaduto", "scaduta", "noncollegato",
	},
	neverSent: {
		"notsent", "neversent", "unsent", "draft", "queued", "scheduled", "tobesent", "tosend", "todo", "failed", "sendfailed", "error", "skipped", "notinvited", "notcontacted",
		"nichtgesendet", "entwurf", "geplant", "fehlgeschlagen", "nonenvoye", "nonenvoyee", "brouillon", "planifie", "echec", "noenviado", "noenviada", "borrador", "programado",
		"naoenviado", "rascunho", "agendado", "falhou", "nietverzonden", "concept", "ingepland", "mislukt", "noninviato", "bozza", "programmato", "fallito",
	},
}

// answers are the words of a column "accepted" that holds no dates.
var answers = byOutcome(answerLists)

var answerLists = map[Outcome][]string{
	Accepted:    {"yes", "y", "true", "1", "x", "accepted", "ja", "oui", "si", "sim", "vrai", "wahr", "verdadero", "verdadeiro", "vero", "waar", "ok"},
	NotAccepted: {"no", "n", "false", "0", "notaccepted", "nein", "non", "nao", "nee", "faux", "falsch", "falso", "onwaar"},
	Pending:     {"pending"},
}

// placeholders are what people write into a cell for "nothing".
var placeholders = map[string]bool{
	"-": true, "--": true, "–": true, "—": true, "n/a": true, "na": true, "n.a.": true, "none": true, "null": true, "nil": true, "nan": true,
	"#n/a": true, "?": true, "/": true, ".": true, "never": true, "k. a.": true, "k.a.": true, "nvt": true, "n.v.t.": true, "nd": true,
}

// totalWords start the row of sums that a report ends with.
var totalWords = map[string]bool{
	"total": true, "totals": true, "grandtotal": true, "subtotal": true, "sum": true, "summe": true, "gesamt": true, "gesamtsumme": true, "insgesamt": true, "gesamtergebnis": true,
	"totaux": true, "totalgeneral": true, "sommetotale": true, "somme": true, "totale": true, "totalegenerale": true, "totaal": true, "eindtotaal": true, "soma": true, "suma": true, "totalgeral": true,
}
