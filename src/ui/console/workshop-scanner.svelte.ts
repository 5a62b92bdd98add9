import type { Camera, CameraFailure, Chime, Collection, OpenedCamera } from '../../core/ports.ts'
import type { Outcome } from '../../core/workshop/outcome.ts'

type Open = Extract<OpenedCamera, { ok: true }>

/** Scans picture after picture: one way in which responses come to the session. */
export class Scanner implements Collection {
  readonly #camera: Camera<HTMLVideoElement>
  readonly #chime: Chime
  readonly #screen: HTMLVideoElement
  readonly #read = new Set<string>()
  #onText: (text: string) => void = () => undefined
  #latest = ''
  #wanted = 0
  #open: Open | null = null
  #state = $state.raw<'opening' | 'open' | 'ended' | CameraFailure>('opening')
  #cameras = $state.raw<Open['cameras']>([])
  #current = $state.raw('')
  #isMuted = $state.raw(false)
  #isRepeated = $state.raw(false)

  constructor(camera: Camera<HTMLVideoElement>, chime: Chime, screen: HTMLVideoElement) {
    this.#camera = camera
    this.#chime = chime
    this.#screen = screen
  }

  get state(): 'opening' | 'open' | 'ended' | CameraFailure {
    return this.#state
  }

  get cameras(): Open['cameras'] {
    return this.#cameras
  }

  /** Which camera is open, by its id. */
  get current(): string {
    return this.#current
  }

  get isMuted(): boolean {
    return this.#isMuted
  }

  /** Whether the picture seen last had been read before. */
  get isRepeated(): boolean {
    return this.#isRepeated
  }

  mute(muted: boolean): void {
    this.#isMuted = muted
  }

  start(onText: (text: string) => void): () => void {
    this.#onText = onText
    void this.choose(null)
    return () => {
      this.#wanted++
      this.#open?.close()
      this.#open = null
    }
  }

  /** Opens a camera in the place of the one that is open, or anew after a failure. */
  async choose(id: string | null): Promise<void> {
    const wanted = ++this.#wanted
    this.#open?.close()
    this.#open = null
    this.#state = 'opening'
    const opened = await this.#camera.open(
      this.#screen,
      id,
      (text) => this.#see(text),
      () => (this.#state = 'ended'),
    )
    // Meanwhile the person may have left, or chosen another.
    if (wanted !== this.#wanted) {
      if (opened.ok) opened.close()
      return
    }
    this.#state = opened.ok ? 'open' : opened.failure
    if (!opened.ok) return
    this.#open = opened
    this.#cameras = opened.cameras
    this.#current = opened.id
  }

  /** Lets it be heard what became of a scan. */
  sound(outcome: Outcome['outcome']): void {
    const isTaken = outcome === 'taken' || outcome === 'replaced'
    const isKnown = outcome === 'already-there' || outcome === 'older' || outcome === 'same-again'
    this.#play(isTaken ? 'taken' : isKnown ? 'known' : 'refused')
  }

  /** A picture is seen many times while it is held up, and is taken in once. Shown again after another, it is known. */
  #see(text: string): void {
    if (text === this.#latest) return
    this.#latest = text
    this.#isRepeated = this.#read.has(text)
    if (this.#isRepeated) return this.#play('known')
    this.#read.add(text)
    this.#onText(text)
  }

  #play(sound: Parameters<Chime['play']>[0]): void {
    if (!this.#isMuted) this.#chime.play(sound)
  }
}
