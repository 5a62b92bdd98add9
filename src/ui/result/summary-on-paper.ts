import type { QrModules } from '../parts/qr-modules.ts'
import type { SummaryWords } from './summary-words.ts'

/** A summary that is ready to be printed. */
export interface SummaryOnPaper {
  readonly words: SummaryWords
  /** The QR picture of its address: nothing can be loaded once the page is being printed. */
  readonly modules: QrModules
}
