import type { SetApart } from '../../../core/files/row-status.ts'
import type { RowIssue } from '../../../core/files/score-file-issues.ts'
import { count, number } from './amounts.ts'

const LONGEST_QUOTE = 40

/** A quotation from a file, cut and on one line: a file may hold anything. */
export function quote(text: string): string {
  const line = text.slice(0, 4 * LONGEST_QUOTE).replaceAll(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ')
  return `« ${line.length > LONGEST_QUOTE ? `${line.slice(0, LONGEST_QUOTE)}…` : line} »`
}

const exportAgain = 'Exportez de nouveau le tableau.'

/**
 * Why a row is not read, and what to do.
 *
 * @param noLevel why the cell of a level is not one
 */
export function rowIssue(issue: RowIssue, noLevel: (where: string) => string): string {
  switch (issue.code) {
    case 'cells': {
      const [first] = issue.cells
      const where = `La colonne ${quote(first.column)}`
      // The cell may hold an answer, so it is not quoted.
      if (first.code === 'vantage') return noLevel(where)
      return first.code === 'differs'
        ? `${where} contient une autre réponse que la colonne ${quote(first.other)}, qui est la même affirmation. Retirez celle qui ne compte pas.`
        : `${where} contient autre chose qu’une réponse. Utilisez un chiffre de 1 à ${number.format(first.options.length)}, les mots du questionnaire ou cant-tell, ou laissez la cellule vide.`
    }
    case 'short':
      return `La ligne s’arrête avant la colonne ${quote(issue.column)}. ${exportAgain}`
    case 'long':
      return `La ligne compte ${count(issue.cells, 'cellule', 'cellules')} et l’en-tête ${number.format(issue.columns)}. ${exportAgain}`
    case 'quotes':
      return `Ses guillemets ne vont pas par paires : elle a été lue jusqu’à la ligne ${number.format(issue.until)}. ${exportAgain}`
  }
}

/** Why rows are left out that can be read. */
export function setApart(why: SetApart, rows: number): string {
  const many = count(rows, 'ligne laissée de côté', 'lignes laissées de côté')
  const tool = (one: string, several: string) => `${many} : l’outil d’enquête ${rows === 1 ? one : several}.`
  switch (why) {
    case 'preview':
      return tool('y voit un aperçu', 'y voit des aperçus')
    case 'test':
      return tool('y voit un essai', 'y voit des essais')
    case 'unfinished':
      return tool('la dit inachevée', 'les dit inachevées')
    case 'screened-out':
      return tool('a écarté cette personne', 'a écarté ces personnes')
    case 'deleted':
      return tool('la dit supprimée', 'les dit supprimées')
    case 'duplicate':
      return tool('y voit un doublon', 'y voit des doublons')
    case 'spam':
      return tool('y voit un envoi indésirable', 'y voit des envois indésirables')
    case 'empty':
      return `${many} : rien n’y est répondu.`
    case 'summary':
      return `${many} : ${rows === 1 ? 'elle résume' : 'elles résument'} les autres et ${rows === 1 ? 'n’est' : 'ne sont'} de personne.`
  }
}
