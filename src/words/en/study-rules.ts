/** The page of what a study sets itself where its versions are silent. */
export const studyRulesEn = {
  settings: {
    lead: 'Where a version of the protocol says nothing, the study can say it itself. It is shown as the study’s, never as the protocol’s. What a version states is never overridden.',
    none: 'The study has set nothing.',
    kinds: {
      'visit window': 'Window of a visit',
      rounding: 'Rounding of a dose',
      cap: 'Highest dose',
      'smallest dose': 'Smallest dose',
      weight: 'Which weight counts',
      'own consent': 'Wait for their own consent',
      'assent age': 'Age to ask a child',
    },
    ownConsent:
      'Without this, consent of their own is shown as due when a participant turns 18, and doses go on. With it, no dose is given until they have signed. It also waits where the day of birth is not known.',
    assentAge:
      'Without this, the page asks each time whether the child was asked, and says that nobody set an age. With it, a child of this age or older cannot be recorded as too young to be asked.',
    since: (day: string) => `Since ${day}.`,
    ended: (day: string) => `Ended on ${day}.`,
    endReason: 'Why it ends',
    end: 'End this setting',
    setTitle: 'Set something',
    kind: 'What',
    choose: 'Choose',
    nothingOpen: 'The versions here say this themselves, or have nothing of the kind.',
    of: 'Of which',
    fields: {
      early: 'Days early at most',
      late: 'Days late at most',
      amount: 'Amount',
      unit: 'Unit',
      mode: 'How',
      use: 'Which weight',
      years: 'From this age on, in whole years (1 to 17)',
    },
    modes: { down: 'down', 'nearest half up': 'to the nearest; a half goes up' },
    reason: 'Reason',
    reasonHint: 'It is shown with the setting. Write no names of participants.',
    set: 'Set it',
    did: { set: 'It is set.', ended: 'The setting ended.' },
    problems: {
      reason: 'Write why, in at most 1000 letters.',
      wrong:
        'This cannot be read. Write whole days, a whole number of years, or an amount as 5 with a unit as mg.',
      stated: 'The protocol says this itself. Nothing overrides it.',
      twice: 'This is set already. End that setting first.',
      locked: 'The data are frozen or locked. Open them first; nothing was changed.',
      gone: 'This setting has ended already.',
    },
  },
}
