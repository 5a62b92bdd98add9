/** Every bound of the embedded relay: the most it takes of each. */
export const BOUNDS = {
  /** Connections at once; one more is answered with 503. */
  connections: 2_000,
  /** Of these, from one address. A room of phones has one address, and far fewer. */
  connectionsOfOne: 1_000,
  /** Bytes that a participant sends in one connection, and that anybody sends before being let in. */
  participantBytes: 128 * 1024,
  /** Bytes that a console sends before a message of it is whole. */
  consoleBytes: 4 * 1024 * 1024,
  /** Bytes of one frame; browsers send what waits for a connection as one. */
  frameBytes: 4 * 1024 * 1024,
  /** Messages a minute in one connection. A participant that sends more is disconnected, a console waits. */
  participantMessages: 30,
  consoleMessages: 30_000,
  /** Topics that one connection may ask for. */
  participantReceipts: 4,
  participantJoins: 1,
  consoleFilters: 64,
  /** Bytes of a payload. */
  answerBytes: 1_024,
  receiptBytes: 256,
  joinBytes: 2_048,
  ledgerBytes: 500_000,
  /** Messages of each kind that one room keeps. */
  answers: 12_000,
  receipts: 12_000,
  joins: 4,
  /** Rooms at once. One more takes the place of an empty one whose console was away longest; without any, it is refused for now. */
  rooms: 1_000,
  /** Messages that a room keeps however many others keep: those of a workshop of some 250 people. */
  messagesOfARoom: 500,
  /** Messages that all rooms keep together, beside that: some 100 MB, and 600 where each has its own. */
  messages: 100_000,
  /** Rooms that begin within a minute; and within a day, from one address. */
  newRooms: 60,
  newRoomsOfOne: 100,
  /** Addresses whose new rooms are remembered. */
  askers: 10_000,
  /** Days after which a room is forgotten that no console has looked into. */
  days: 180,
  /** Seconds without a sign from a client, as it may announce them at most; and until it says who it is. */
  keepAlive: 300,
  connect: 10,
} as const
