// How a comparison of questionnaire front-ends finds its way through this one:
// the vantage question and thirty statements, each of which moves on by itself.
export default {
  label: 'Leadership diagnostic',
  note: 'prerendered first question, Chart.js prefetched while answering',
  items: 31,
  minOptions: 4,
  question: 'h1',
  options: 'fieldset label',
  advance: 'auto',
  results: 'canvas',
  // As recommended where an article's first screen shows it.
  embed: {
    html: '<script src="{base}embed.js"></script><leadership-diagnostic></leadership-diagnostic>',
    overrides: { shadow: 'leadership-diagnostic' },
  },
}
