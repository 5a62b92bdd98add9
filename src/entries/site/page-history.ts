import { browserHistory } from '../../adapters/browser-history.ts'
import { followScreens, type Screens } from '../../ui/app/follow-screens.ts'

/** The tab's history, made once for the page, whatever is shown on it. */
const history = browserHistory(window)

/** Follows what the page shows in the tab's history and title. Returns what ends that. */
export const followPage = (screens: Omit<Screens, 'history' | 'onTitle'>): (() => void) =>
  followScreens({ ...screens, history, onTitle: (title) => (document.title = title) })
