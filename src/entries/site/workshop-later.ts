import { LIVE_RELAYS } from 'live-relays'
import setUpTexts from 'locale-texts:console-set-up/setUpTexts'
import checkConsole from 'locale-texts:check-console/checkConsole'
import checkTexts from 'locale-texts:check/checkTexts'
import tableTexts from 'locale-texts:table-opened/tableOpenedTexts'
import roomTexts from 'locale-texts:room/roomTexts'
import takeTexts from 'locale-texts:take/takeTexts'
import results from 'questionnaire:results'
import { browserCamera } from '../../adapters/browser-camera.ts'
import { browserChime } from '../../adapters/browser-chime.ts'
import { browserRandom } from '../../adapters/browser-random.ts'
import { browserRelay } from '../../adapters/browser-relay.ts'
import { browserSealing } from '../../adapters/browser-sealing.ts'
import { browserWait } from '../../adapters/browser-clock.ts'
import { cameraCollection } from '../../adapters/camera-collection.ts'
import { participantPages } from '../../adapters/participant-pages.ts'
import { roomStatistics } from '../../adapters/room-statistics.ts'
import { tableReader } from '../../adapters/table-reader.ts'
import { writeBase64url } from '../../core/codes/base64url.ts'
import { clearRoom } from '../../core/live/clear-room.ts'
import { joinMark, placeOf, sealInvitation } from '../../core/live/join-code.ts'
import { simulateRoom } from '../../core/room/simulate-room.ts'
import { encodeInvitation } from '../../core/workshop/invitation.ts'
import { RelayCollection } from '../../core/live/live-collection.ts'
import type { Collection, RelayFailure } from '../../core/ports.ts'
import type { KeptWorkshop } from '../../core/workshop/workshop-file.ts'
import { askedQuestionnaires } from '../../ui/console/asked-questionnaires.ts'
import LockForm from '../../ui/console/LockForm.svelte'
import CheckScreen from '../../ui/check/CheckScreen.svelte'
import CheckSetUp from '../../ui/check/CheckSetUp.svelte'
import Screens from '../../ui/console/Screens.svelte'
import type { CommonTools, LiveRoomTools, OfferedQuestionnaire, WholeConsole } from '../../ui/console/workshop-tools.ts'
import { listedLanguages, type Language } from '../../ui/locales/index.ts'
import { placeWords } from '../../ui/locales/place-words.ts'
import { vantageWords } from '../../ui/locales/vantage-words.ts'
import { followConsole, type ConsoleAddress } from './console-history.ts'
import worker from './room-worker.ts?worker&url'
import tableWorker from './table-worker.ts?worker&url'

/** Every questionnaire in full, so that nothing is requested later. */
const offered: readonly OfferedQuestionnaire[] = results.map(({ id, items, parts }) => {
  const languages = listedLanguages().filter((language) => parts[language])
  return { id, items, version: Object.values(parts)[0]?.questionnaire.version ?? '', languages, parts }
})

const sealing = browserSealing(crypto)
const relay = browserRelay(location)

/** The relay that this site comes with, if it does, by the name under which people know the site. */
const ownRelay = document.querySelector('meta[name="live-relay"]') ? [{ address: '', name: location.host }] : []

const liveRoomTools: LiveRoomTools = {
  relays: [...ownRelay, ...LIVE_RELAYS.map((address) => ({ address, name: new URL(address).host }))],
  markOf: joinMark,
  async clear({ workshop, liveKey, joinCode }) {
    if (!workshop.live || liveKey === undefined) return
    const place = joinCode === undefined ? null : await placeOf(joinCode)
    await clearRoom({ relay, wait: browserWait }, { room: workshop.live, privateKey: liveKey }, place?.topic ?? null)
  },
  async drawKeys() {
    const { publicKey, privateKey } = await (await sealing).drawKeys()
    return { publicKey: writeBase64url([...publicKey]), privateKey: writeBase64url([...privateKey]) }
  },
}

/** The collection of what people of a live workshop send; `null` where it does not collect live, or has lost its key. */
function liveCollection({ workshop, liveKey, joinCode }: KeptWorkshop): Collection<RelayFailure> | null {
  if (!workshop.live || liveKey === undefined) return null
  const seal = async (code: string) => {
    const place = await placeOf(code)
    const payload = sealInvitation(place, encodeInvitation(workshop), browserRandom(window).draw)
    return payload && { topic: place.topic, payload }
  }
  const join = joinCode === undefined ? null : { seal: () => seal(joinCode) }
  const room = { room: workshop.live, privateKey: liveKey, join }
  const { draw } = browserRandom(window)
  return new RelayCollection({ relay, sealing: () => sealing, wait: browserWait, draw }, room)
}

/** How the diagnostic asks where people sit, in every language. */
const places = vantageWords(listedLanguages().map((one) => takeTexts[one]))

/**
 * The console's other screens with all they need, so that nothing is requested
 * later: there may be no connection then. The code that draws QR pictures, and that which
 * unites a file with a workshop that is here, is with it.
 */
export async function loadWhole(address: ConsoleAddress): Promise<(common: CommonTools) => WholeConsole> {
  followConsole(address)
  await Promise.all([
    import('qr'),
    import('../../core/workshop/shared-ledger.ts'),
    import('../../ui/console/unite-file.ts'),
  ])
  const camera = browserCamera(window)
  const own = {
    openCamera: (screen: HTMLVideoElement, onKnown: () => void) => cameraCollection(camera, screen, onKnown),
    sources: [liveCollection],
    liveRoom: liveRoomTools,
    wait: browserWait,
    chime: browserChime(window),
    statistics: roomStatistics(worker),
    tables: tableReader(tableWorker),
    setUpTexts,
    roomTexts,
    checkTexts,
    checkConsole,
    tableTexts,
    checks: { SetUp: CheckSetUp, Kept: CheckScreen },
    offered,
    placeWordsIn: (language: Language) => placeWords(takeTexts[language]),
    participantPages: participantPages(
      location,
      document.querySelector<HTMLMetaElement>('meta[name="network-addresses"]')?.content ?? null,
    ),
    ...askedQuestionnaires(offered, places),
  }
  return (common) => ({ tools: { ...common, ...own }, Screens, LockForm, simulateRoom })
}
