import type { CheckTerms } from '../../../core/workshop/check-terms.ts'
import type { HandOverTexts } from './hand-over.ts'

/** The texts for somebody whom a leader asks for a check, in English: those of a workshop where they say the same. */
export function askedTexts(texts: HandOverTexts, { leader, keeper }: CheckTerms): HandOverTexts {
  const who = keeper || leader
  const device = `${who}’s device`
  const skill = `Somebody with technical skill on that device could read more, or answer in others’ place.`
  const shows =
    keeper === ''
      ? `${device} shows ${leader} means of five or more people, never one person’s answers.`
      : `${device} shows means of five or more people, never one person’s answers. ${leader} gets the printed page from ${keeper}.`
  const { state } = texts.live
  return {
    ...texts,
    workshop: 'Check',
    heading: () => `${leader} asks how you see it`,
    asked: `You are asked as somebody close to the work. ${leader} has answered the same statements, and would like to know where people close to the work see something else. If that is not where you sit, please do not answer here.`,
    promises: {
      ...texts.promises,
      title: `What ${leader} will see, and what not`,
      brief: {
        ...texts.promises.brief,
        ownAct: `Nothing is sent by itself. At the end you pass a code on to ${who}, or you do not.`,
        ownPress: `Nothing is sent before you press a button at the end. Then your answers go, sealed, to ${device}.`,
        groups: () => shows,
        noRaw: skill,
        all: 'Who sees what of your answers',
      },
      ownAct: {
        title: 'Nothing is sent by itself.',
        text: `At the end you pass your answers on to ${who} yourself, as a code, a link or a file, or you do not. What you send by mail or message says who it is from.`,
      },
      sealed: {
        ...texts.promises.sealed,
        text: (relay) =>
          `It goes through ${relay} and can be opened on ${device} alone, or where ${who} takes the check’s file. Whoever runs ${relay} sees that some device sent something, from where and when, and nothing of what it says.`,
      },
      groups: {
        title: 'What is shown is about groups.',
        text: (mean, spread) =>
          `${shows} How answers to one statement spread is used only from ${spread} people on. Until the check is closed, there is a count of who has answered and nothing else; with fewer than ${mean} answers nothing is ever shown.`,
      },
      single: {
        title: 'Nobody’s own answers are shown.',
        text: `You are not asked for your name. A random number stands for you in this check, and nowhere else. ${leader} is not one of the group.`,
      },
      noRaw: {
        title: 'The device holds every answer.',
        text: `No table of them is given out. ${skill} Nobody checks who answers: whoever has the link could do so more than once.`,
      },
      code: {
        ...texts.promises.code,
        text: `The rules above hold for what is shown. What you hand over is kept on ${device} with every answer in it, so give it to ${who} and to nobody else.`,
      },
    },
    mustReopen:
      'This browser does not let the page keep anything. Hand your answers over before you close or reload this page; to come back, open the link again and answer anew. Please hand over once only, since a second time would count as another person.',
    who: {
      ...texts.who,
      text: 'On this device, answers to this check were made ready to be handed over, and may have been.',
    },
    title: () => `Hand your answers to ${who}`,
    lead: `Copy the code and send it to ${who}, as a message, a link or a file. Nothing is sent by itself.`,
    keptInViews:
      'A view that was shown with your earlier answers keeps them, and so does every later view, because the difference would tell what you changed.',
    ownCode: `The link and the result code are yours alone, to open your result again. What ${who} takes in is the hand-over code, further up on this page.`,
    shareTitle: () => `Answers for ${leader}’s check`,
    contents:
      'The code holds the check, the day, every answer, whether the statements took you less than two seconds each, your random number, and what you were promised. It holds no name, and nothing you typed.',
    file: (_name, code) => [
      `Hand-over code for ${leader}’s check`,
      code,
      `For ${who}: take this file or the code into the check’s page.`,
      'Whoever has the code can read the answers in it.',
    ],
    live: {
      ...texts.live,
      lead: (relay) =>
        `Press the button, and your answers go to ${device}: sealed, through ${relay}, which cannot read them.`,
      state: {
        ...state,
        slow: {
          ...state.slow,
          text: `Sending goes on by itself as long as this page is open, and at your next visit. If you would rather not wait, send ${who} the code below: you count once all the same.`,
        },
        sent: { ...state.sent, text: 'The other device answers in a moment.' },
        waits: {
          title: `Sent, and waiting, sealed, for ${device}`,
          text: 'You can close this page. When you open the link again, it says whether your answers were received.',
        },
        failed: { ...state.failed, text: `Send ${who} the code below, as a message or a file.` },
        counted: { ...state.counted, title: `Received by ${device}` },
        closed: {
          title: 'The check was closed before your answers came',
          text: `They were not taken in. If you would like them to count, ask ${who} to reopen it, then hand over again.`,
        },
        'other-terms': {
          ...state['other-terms'],
          text: `The check’s rules are not those that you were told. Ask ${who} for its present link.`,
        },
        'taken-out': { ...state['taken-out'], text: `${who} has deleted them. They count in no later view.` },
        full: { ...state.full, text: `The check holds as many as it can. Please tell ${who}.` },
        'not-counted': { ...state['not-counted'], text: `Please ask ${who} why.` },
      },
      since: (day) =>
        `It has been waiting since ${day}. If you can, send ${who} the code below: you count once all the same.`,
      notHere: (relay) =>
        `This check also collects through ${relay}, which this page does not use. Hand over the code instead.`,
    },
    change: {
      ...texts.change,
      text: `Until you hand over, nobody has your answers, and you need not do it. Afterwards you can change answers and hand over again while the check is open: the latest counts, and you count once.`,
      takenOut: `To have your answers taken out, ask ${who}. They are then deleted from that device and count in no later view; one that has been shown keeps its figures, and a copy of the file that was made before is out of reach.`,
    },
    fate: (isKept) =>
      `${isKept ? 'Your answers are kept in this browser, on this device' : 'Your answers are only in this tab, and are gone when it is closed'}. They are sent nowhere by themselves: ${who} gets them when you hand them over, and in no other way.${isKept ? ' On a shared computer, delete everything before you leave: under “Results on this device”.' : ''}`,
  }
}
