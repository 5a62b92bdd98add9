import { createContext } from 'svelte'

/** The text of the app's one polite live region, for messages to a screen reader. */
export class LiveRegion {
  #said = $state.raw('')

  get said(): string {
    return this.#said
  }

  /** Says a text, also when it is the same as the one before. */
  say(text: string): void {
    this.#said = this.#said === text ? `${text}\u00a0` : text
  }
}

export const [liveOf, setLive] = createContext<LiveRegion>()
