/** Words of the page that makes a study's report of a file of facts. */
export const reportPageEn = {
  link: 'The report of this study',
  title: (study: string) => `Report of the study ${study}`,
  lead: 'Tables, figures and listings of a study by one named version of its protocol. Every number opens the rows behind it.',
  demonstration: 'See the report of sixteen invented children',
  invented:
    'They are invented: no such child exists. Their counts are fixed to the published ones.',
  own: 'A file of your own',
  kept: 'The file is read in memory, to answer you. Nothing of it is kept and nothing is logged. Use pseudonyms only: never a name.',
  file: 'A file of facts',
  fileHint:
    'One fact a line (NDJSON), each with its participant. At most 2 MB and 6,000 facts; for more, use the command line: trialway report.',
  version: 'Report by this version',
  beside: 'Beside it, another version',
  besideNone: 'none',
  submit: 'Make the report',
  back: 'Back to the protocol',
  problems: {
    noFile: 'Choose a file of facts.',
    nobody: 'The file names no participant. Write "participant" on each line.',
    slow: 'The report took too long, and was stopped. Use the command line: trialway report.',
    tooLarge: 'The file is larger than 2 MB. Use the command line: trialway report.',
  },
}
