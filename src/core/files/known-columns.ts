import { foldCell, foldWords } from './answer-words.ts'

/** The column that says where a respondent sits. */
export const VANTAGE_COLUMN = 'vantage'

/** The columns that name a respondent before any other. The first of them that a file has is used. */
export const ID_COLUMNS = ['id', 'respondent', 'participant'] as const

/**
 * The kinds of identity that name the person, whichever survey they answered and however often.
 * In the order in which they are preferred where a table has several.
 */
export const PERSON_KINDS = ['email', 'reference', 'token', 'participant'] as const
export type PersonKind = (typeof PERSON_KINDS)[number]

/** Tags and entities, which exports of question texts keep. */
export const MARKUP = /<[^<>]{0,200}>|&[a-z]{2,8};|&#\d{1,6};/gi

/** A text that is its own decomposition, whose letters and digits are these alone. */
const ASCII = /^[ -~]*$/

/**
 * A column's name with letters and digits alone: survey tools, spreadsheets and
 * people change case, accents, spaces, hyphens and underscores.
 */
export function foldName(name: string): string {
  const folded = foldWords(name)
  if (ASCII.test(folded)) return folded.replaceAll(/[^a-z\d]+/g, '')
  return folded.normalize('NFKD').replaceAll(/[^\p{L}\p{N}]+/gu, '')
}

/**
 * The names of columns that identify a person, folded, as the tools write them:
 * Qualtrics (RecipientEmail, ExternalReference), LimeSurvey (token, access code),
 * SurveyMonkey (Email Address, Custom Data 1), Google Forms (Email Address,
 * Username), Microsoft Forms (Email), REDCap (redcap_survey_identifier), Nextcloud Forms (User ID); in English,
 * French, German, Spanish, Italian, Dutch and Portuguese, as their interfaces are.
 */
const PERSON_NAMES: Readonly<Record<PersonKind, string>> = {
  email:
    'email emailaddress recipientemail mail username respondentemail respondentemailaddress participantemail useremail contactemail workemail emailid ' +
    'courriel adresseemail adressemail adressecourriel ' +
    'adressedemessagerie adresseelectronique adressedecourriel nomdutilisateur ' +
    'emailadresse mailadresse benutzername nutzername correoelectronico direcciondecorreoelectronico correo ' +
    'direcciondecorreo direcciondeemail nombredeusuario postaelettronica indirizzoemail indirizzodipostaelettronica ' +
    'indirizzomail nomeutente emailadres gebruikersnaam enderecodeemail correioeletronico nomedeusuario',
  reference:
    'externalreference externaldatareference customdata customdata1 redcapsurveyidentifier surveyidentifier ' +
    'employeeid employeenumber staffid contactid matricule referenceexterne ' +
    'donneespersonnalisees1 personalnummer mitarbeiternummer mitarbeiterid benutzerdefiniertedaten1 ' +
    'numerodeempleado datospersonalizados1 matricola datipersonalizzati1 personeelsnummer aangepastegegevens1 ' +
    'numerodefuncionario dadospersonalizados1 userid',
  token:
    'token accesscode invitationcode jeton codedacces codedinvitation zugangscode zugangsschlussel einladungscode ' +
    'codigodeacceso codicediaccesso codiceaccesso toegangscode codigodeacesso',
  participant:
    'participant participantid participantnumber participantcode respondent person personid subjectid personne ' +
    'participante numerodeparticipant idparticipant teilnehmer teilnehmerid teilnehmernummer participanteid ' +
    'partecipante deelnemer deelnemernummer',
}

/** The names of columns that number responses. */
const RECORD_NAMES =
  'responseid respondentid recordid id submissionid instanceid metainstanceid uuid responsenumber iddelareponse ' +
  'idreponse idderepondant identifiantdelareponse numerodereponse identifiantdurepondant idenregistrement ' +
  'antwortid befragtenid datensatzid idderespuesta idrespuesta iddelencuestado idrisposta idrispondente antwoordid ' +
  'responsid respondentenid idderesposta iddaresposta iddorespondente'

const persons = new Map(
  PERSON_KINDS.flatMap((kind) => PERSON_NAMES[kind].split(' ').map((name) => [name, kind] as const)),
)
const records = new Set(RECORD_NAMES.split(' '))

/** The kind of person column with this heading; `null` for none. */
export const personKind = (name: string): PersonKind | null => persons.get(foldName(name)) ?? null

/**
 * Columns whose names are common words, and which mean this where another column tells which tool wrote the table.
 * SoSci Survey: SERIAL is the code of a personal link, CASE the number of the interview (soscisurvey.de, "Additional
 * Variables in the Data Set"). Where submissions or responses have a number of their own, one of the respondent is a
 * person's, as in Tally: alone, as in SurveyMonkey, it numbers responses. EFS Survey: lfdn numbers the participations (its documentation, "Export").
 */
const OF_TOOLS: readonly { readonly tool: string; readonly name: string; readonly is: 'person' | 'response' }[] = [
  { tool: 'submissionid', name: 'respondentid', is: 'person' },
  { tool: 'responseid', name: 'respondentid', is: 'person' },
  { tool: 'questnnr', name: 'serial', is: 'person' },
  { tool: 'questnnr', name: 'case', is: 'response' },
  { tool: 'lfdn', name: 'lfdn', is: 'response' },
]

/**
 * Whether a column with this heading identifies the person or the response in a table of one tool; `null` where
 * that is not known.
 *
 * @param all every heading of the table, folded
 */
export const roleInTool = (name: string, all: ReadonlySet<string>): 'person' | 'response' | null =>
  OF_TOOLS.find((one) => all.has(one.tool) && one.name === foldName(name))?.is ?? null

/** The words that any heading of a column of addresses has, folded. */
const MAIL = /e?mail|courriel|correoelectronico|correioeletronico|postaelettronica/

/** The kind of a column that identifies people, whatever its heading. */
export function kindOfPersonColumn(headings: readonly string[]): PersonKind {
  const [known] = headings.flatMap((name) => personKind(name) ?? [])
  return known ?? (headings.some((name) => MAIL.test(foldName(name))) ? 'email' : 'participant')
}

/** Whether a column with this heading numbers responses. */
export const isRecordColumn = (name: string): boolean => records.has(foldName(name))

/** Cells that tools write for unknown people: Microsoft Forms writes "anonymous" as an address. */
const NOBODY = new Set(['', 'anonymous', 'anonyme', 'anonym', 'n/a', 'na', 'none', 'null', 'unknown', '-', '--'])

/** Spreadsheets that open a table and save it again write 007 as 7, and nobody has one of two such numbers. */
const LEADING_ZEROS = /^0+(?=\d+$)/

/** An address within something else, as a link, a formula or a name. */
const ADDRESS = /[^\s<>()[\]{}"',;:=]+@[^\s<>()[\]{}"',;:=]+\.[a-z]{2,}/g

/** The one address in a cell, where something else stands around it: <mailto:a@x.org>, or a name. */
function addressIn(folded: string): string | null {
  const found = new Set(/[\s<>()[\]"':]/.test(folded) ? folded.match(ADDRESS) : [])
  const [address = null] = found
  return found.size === 1 ? address : null
}

/** A number in braces, as some tools write it. */
const IN_BRACES = /^\{([^{}]+)\}$/

/** A cell that identifies somebody, folded; `null` where it identifies nobody. */
export function identityIn(cell: string): string | null {
  const whole = foldCell(cell).replace(LEADING_ZEROS, '')
  const folded = whole.includes('@') ? (addressIn(whole) ?? whole) : whole.replace(IN_BRACES, '$1')
  return NOBODY.has(folded) ? null : folded
}

const LEVEL_NAMES = new Set(['vantage', 'level', 'niveau', 'hierarchicallevel', 'niveauhierarchique'])

/** Whether a column with this heading says where people sit. */
export const isLevelColumn = (name: string): boolean => LEVEL_NAMES.has(foldName(name))

/** Whether a heading is one that no statement has: of a person, a response or a level. */
export const isRoleColumn = (name: string): boolean =>
  personKind(name) !== null || isRecordColumn(name) || isLevelColumn(name)

const TOOL_NAMES =
  /^(lastpage|seed|progress|status|finished|completed?|duration.*|interviewtime|.*time|.*timer?|.*count|rank|score|week|.*complete|ipaddress|userlanguage|startlanguage|location.*|distributionchannel|collectorid|.*date|.*timestamp|statut|termine)$/

/** Whether a column with this heading is one that tools write beside answers. */
export const isToolColumn = (name: string): boolean => TOOL_NAMES.test(foldName(name))
