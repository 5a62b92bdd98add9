import { createSubscriber } from 'svelte/reactivity'
import type { CameraCollection, Chime } from '../../core/ports.ts'
import type { Outcome } from '../../core/workshop/outcome.ts'

/** A camera's collection, with the state that is shown and the sounds of its outcomes. */
export class Scanner {
  readonly collection: CameraCollection
  readonly #chime: Chime
  readonly #watch: () => void
  #isMuted = $state.raw(false)

  /** @param open opens the camera; `onKnown` is called when a picture is shown again */
  constructor(open: (onKnown: () => void) => CameraCollection, chime: Chime) {
    this.#chime = chime
    this.collection = open(() => this.#play('known'))
    this.#watch = createSubscriber((update) => this.collection.onChange(update))
  }

  get status(): CameraCollection['status'] {
    this.#watch()
    return this.collection.status
  }

  get cameras(): CameraCollection['cameras'] {
    this.#watch()
    return this.collection.cameras
  }

  /** The id of the open camera. */
  get current(): string {
    this.#watch()
    return this.collection.current
  }

  /** Whether the picture seen last had been read before. */
  get isRepeated(): boolean {
    this.#watch()
    return this.collection.isKnown
  }

  get isMuted(): boolean {
    return this.#isMuted
  }

  mute(muted: boolean): void {
    this.#isMuted = muted
  }

  /** Plays the sound of a scan's outcome. */
  sound(outcome: Outcome['outcome']): void {
    const isTaken = outcome === 'taken' || outcome === 'replaced'
    const isKnown = outcome === 'already-there' || outcome === 'older' || outcome === 'same-again'
    this.#play(isTaken ? 'taken' : isKnown ? 'known' : 'refused')
  }

  #play(sound: Parameters<Chime['play']>[0]): void {
    if (!this.#isMuted) this.#chime.play(sound)
  }
}
