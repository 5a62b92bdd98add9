/** What the columns before the items are called in a workshop's raw export. */
export const RAW_COLUMNS = {
  workshop: 'workshop',
  participant: 'participant',
  revision: 'revision',
  mark: 'mark',
  questionnaire: 'questionnaire',
  version: 'version',
  completedOn: 'completed_on',
  pace: 'pace',
  level: 'level',
  levelName: 'level_name',
  vantage: 'vantage',
} as const

/** How long an item was looked at, in a response as a table. */
export const MILLISECONDS_COLUMN = 'milliseconds_per_item'
