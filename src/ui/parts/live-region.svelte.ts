import { createContext } from 'svelte'

/** What the app's one polite live region says to a screen reader, beside the messages it shows. */
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
