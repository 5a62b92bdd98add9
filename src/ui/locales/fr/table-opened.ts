import type { OneResponseIssue } from '../../../core/files/read-one-response.ts'
import { number } from './amounts.ts'
import type { TableOpenedTexts } from '../en/table-opened.ts'
import { describeMappingIssue, describeSheetIssue } from './table-issues.ts'
import { rowIssue, setApart } from './table-rows.ts'

const noLevel = (where: string) =>
  `${where} ne contient aucun des points de vue. Utilisez senior, middle ou close, ou laissez la cellule vide.`

/** Why another tool's table is not opened as a result, and what to do. */
function issue(found: Exclude<OneResponseIssue, { of: 'neither' }>): string {
  switch (found.of) {
    case 'table':
      return describeSheetIssue(found.issue)
    case 'row':
      return `Ligne ${number.format(found.issue.line)} : ${rowIssue(found.issue, noLevel)}`
    case 'left-out':
      return `${setApart(found.why, found.rows)} Exportez-en une qu’il compte, puis ouvrez-la ici.`
    case 'several':
      return `Le tableau contient les réponses de ${number.format(found.people)} personnes, alors qu’un résultat est celui d’une seule. Gardez l’en-tête et une ligne, ou apportez le tableau entier dans un atelier.`
  }
}

/** The texts about a table that is opened as a result, in French. */
export const tableOpenedTexts: TableOpenedTexts = {
  issue,
  mappingIssue: describeMappingIssue,
  oneTable: 'Choisissez un seul tableau, et avec lui, au plus, son fichier de correspondance.',
  mapping:
    'Un atelier pose les questions qu’appelle un tel tableau et enregistre vos réponses dans un fichier de correspondance. Choisissez ici le tableau et ce fichier ensemble.',
}
