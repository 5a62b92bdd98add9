/** The names of the columns before the items in a workshop's raw export. */
export const RAW_COLUMNS = {
  workshop: 'workshop',
  participant: 'participant',
  revision: 'revision',
  mark: 'mark',
  person: 'person',
  record: 'record',
  questionnaire: 'questionnaire',
  version: 'version',
  completedOn: 'completed_on',
  pace: 'pace',
  level: 'level',
  levelName: 'level_name',
  vantage: 'vantage',
} as const

/** The column with the mean time per item, in the table of a single response. */
export const MILLISECONDS_COLUMN = 'milliseconds_per_item'
