import { decodeQR } from 'qr/decode.js'
import type { Camera, CameraFailure, OpenedCamera } from '../core/ports.ts'

/**
 * Milliseconds between pictures: at ten a second nobody has to hold a phone up for
 * long, and a laptop stays cool.
 */
const PAUSE = 100

/**
 * The longest side of a picture that is read, in pixels. A code of 37 modules over
 * a third of its width has eight pixels per module.
 */
const LONGEST_SIDE = 960

type ReadCodes = (video: HTMLVideoElement) => Promise<readonly string[]>

/** A browser's own reader of codes. https://wicg.github.io/shape-detection-api/ */
interface Detector {
  detect(source: HTMLVideoElement): Promise<readonly { readonly rawValue: string }[]>
}

interface DetectorConstructor {
  new (options: { formats: string[] }): Detector
  getSupportedFormats(): Promise<readonly string[]>
}

async function platformReader(browser: Window): Promise<ReadCodes | null> {
  const { BarcodeDetector: Constructor } = browser as { BarcodeDetector?: DetectorConstructor }
  try {
    if (!Constructor || !(await Constructor.getSupportedFormats()).includes('qr_code')) return null
    const detector = new Constructor({ formats: ['qr_code'] })
    return async (video) => (await detector.detect(video)).map(({ rawValue }) => rawValue)
  } catch {
    return null
  }
}

function ownReader(browser: Window): ReadCodes {
  const canvas = browser.document.createElement('canvas')
  const context = canvas.getContext('2d', { willReadFrequently: true })
  return (video) => {
    const scale = Math.min(1, LONGEST_SIDE / Math.max(video.videoWidth, video.videoHeight))
    const [width, height] = [Math.round(video.videoWidth * scale), Math.round(video.videoHeight * scale)]
    if (!context || width === 0 || height === 0) return Promise.resolve([])
    if (canvas.width !== width) canvas.width = width
    if (canvas.height !== height) canvas.height = height
    context.drawImage(video, 0, 0, width, height)
    try {
      return Promise.resolve([decodeQR(context.getImageData(0, 0, width, height), { timeLimit: PAUSE / 2 })])
    } catch {
      // It throws where a picture has no code.
      return Promise.resolve([])
    }
  }
}

function failureOf(error: unknown): CameraFailure {
  switch (error instanceof DOMException ? error.name : '') {
    case 'NotAllowedError':
    case 'SecurityError':
      return 'refused'
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'missing'
    case 'NotReadableError':
    case 'AbortError':
      return 'in-use'
    default:
      return 'failed'
  }
}

/**
 * The cameras of the device, with the platform's reader of codes where it has one,
 * and else with one loaded with the page.
 */
export function browserCamera(browser: Window): Camera<HTMLVideoElement> {
  const { mediaDevices } = browser.navigator

  async function streamOf(id: string | null): Promise<MediaStream> {
    const size = { width: { ideal: 1280 }, height: { ideal: 720 } }
    const which = id === null ? { facingMode: { ideal: 'environment' } } : { deviceId: { exact: id } }
    return mediaDevices.getUserMedia({ audio: false, video: { ...size, ...which } })
  }

  /** Reads until it is stopped. A platform's reader that fails is not asked again. */
  function readOn(video: HTMLVideoElement, onText: (text: string) => void): () => void {
    const stopping = new AbortController()
    const { signal } = stopping
    const own = ownReader(browser)
    const run = async () => {
      let read = (await platformReader(browser)) ?? own
      while (!signal.aborted) {
        let texts: readonly string[] = []
        try {
          texts = await read(video)
        } catch {
          read = own
        }
        // Texts read while the camera was being released are dropped.
        if (!signal.aborted) texts.filter((text) => text !== '').forEach(onText)
        await new Promise((resolve) => setTimeout(resolve, PAUSE))
      }
    }
    void run()
    return () => stopping.abort()
  }

  return {
    async open(video, id, onText, onEnd): Promise<OpenedCamera> {
      if (typeof mediaDevices?.getUserMedia !== 'function') return { ok: false, failure: 'unsupported' }
      let stream: MediaStream | null = null
      const letGo = () => stream?.getTracks().forEach((track) => track.stop())
      try {
        stream = await streamOf(id)
        const [track] = stream.getVideoTracks()
        video.srcObject = stream
        await video.play()
        const devices = await mediaDevices.enumerateDevices()
        const stop = readOn(video, onText)
        track?.addEventListener('ended', onEnd)
        return {
          ok: true,
          id: track?.getSettings().deviceId ?? '',
          cameras: devices
            .filter(({ kind }) => kind === 'videoinput')
            .map(({ deviceId, label }) => ({ id: deviceId, label })),
          close() {
            stop()
            letGo()
            video.srcObject = null
          },
        }
      } catch (error) {
        letGo()
        return { ok: false, failure: failureOf(error) }
      }
    },
  }
}
