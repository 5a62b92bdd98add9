/** What is said to a facilitator who sets a workshop up, of asking for guesses. */
export const askingTexts = {
  legend: 'Also ask what people close to the work would answer?',
  yes: (items: number) => `Yes, on ${items} of the statements`,
  yesHint:
    'After their own answers, everybody but the lowest level is asked what people there would answer, taken as a whole. It takes a minute, and anybody can skip it. The room then sees what each of those levels expected, beside what is reported. Participants are told before they answer.',
  no: 'No',
  noHint: 'Nobody is asked, and the room sees only what each level reports itself.',
  listed: 'People are asked what those close to the work would answer',
  told: 'Unless you sit closest to the work, you are asked at the end what people there would answer. You can skip that.',
}
