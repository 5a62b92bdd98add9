import type { Camera, CameraCollection, CameraFailure, CollectionStatus, OpenedCamera } from '../core/ports.ts'
import type { Intake } from '../core/workshop/intake.ts'

type Open = Extract<OpenedCamera, { ok: true }>

/**
 * Collects by a camera, picture after picture. A picture is seen many times while
 * it is held up, and is delivered once; shown again after another one, it is known.
 *
 * @param screen shows the camera's picture
 * @param onKnown called when a picture is shown again that was delivered before
 */
export function cameraCollection<Screen>(
  camera: Camera<Screen>,
  screen: Screen,
  onKnown: () => void,
): CameraCollection {
  const handedOver = new Set<string>()
  const listeners = new Set<() => void>()
  let status: CollectionStatus<CameraFailure | 'ended'> = { state: 'idle' }
  let intake: Intake | null = null
  let open: Open | null = null
  let cameras: Open['cameras'] = []
  let current = ''
  let wanted = 0
  let latest = ''
  let isKnown = false

  const tell = () => listeners.forEach((listener) => listener())

  function become(next: typeof status): void {
    status = next
    tell()
  }

  function letGo(): void {
    wanted++
    open?.close()
    open = null
  }

  function see(text: string): void {
    if (text === latest) return
    latest = text
    isKnown = handedOver.has(text)
    tell()
    if (isKnown) return onKnown()
    handedOver.add(text)
    void intake?.take(text)
  }

  async function choose(id: string | null): Promise<void> {
    letGo()
    const own = wanted
    become({ state: 'connecting' })
    const opened = await camera.open(screen, id, see, () => become({ state: 'failed', failure: 'ended' }))
    // Meanwhile the person may have left, or chosen another camera.
    if (own !== wanted) {
      if (opened.ok) opened.close()
      return
    }
    if (!opened.ok) return become({ state: 'failed', failure: opened.failure })
    open = opened
    cameras = opened.cameras
    current = opened.id
    become({ state: 'live' })
  }

  return {
    source: 'camera',
    get status() {
      return status
    },
    get cameras() {
      return cameras
    },
    get current() {
      return current
    },
    get isKnown() {
      return isKnown
    },
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    start(into) {
      intake = into
      void choose(null)
    },
    stop() {
      letGo()
      become({ state: 'idle' })
    },
    choose,
  }
}
