/** Everything that leaves a line in the audit trail, and what that line says. */
export const actions = {
  'subscription.requested':
    'An alert was asked for; its owner is asked by mail, unless the mailbox had enough of it.',
  'subscription.confirmed': 'An alert was confirmed by the link in the mail.',
  'subscription.changed': 'What an alert is about, or how often it comes, was changed.',
  'subscription.paused': 'An alert was paused.',
  'subscription.resumed': 'An alert goes on after a pause.',
  'subscription.deleted': 'An alert was deleted.',
  'link.asked': 'A link to the alerts of an address was asked for.',
  'person.exported': 'All that is held about a person was given out.',
  'person.erased': 'A person was erased with all that hangs on them.',
  'address.suppressed': 'An address is not mailed any more.',
  'address.released': 'An address may be mailed again.',
  'import.matched': 'What an import changed was held against all alerts.',
  'keys.rotated': 'All people’s keys were wrapped with a new one.',
  'records.backed-up': 'A backup was made.',
  'records.restored': 'The records were put back from a backup.',
  'mail.retried': 'Mail that had failed was queued again.',
  'account.made': 'Somebody may sign in.',
  'account.changed': 'The name of an account, or the language of its mails, was changed.',
  'account.closed': 'Nobody signs in to an account any more.',
  'role.given': 'An account was given a role at a study, a site or the installation.',
  'role.ended': 'A role of an account ended.',
  'sign-in.asked':
    'A link to sign in was asked for; it is mailed where the address has an account.',
  'session.started': 'Somebody signed in.',
  'enquiry.asked': 'Somebody asks a site; the owner of the address is asked by mail.',
  'enquiry.confirmed': 'The owner of the address confirmed what they ask a site.',
  'enquiry.sent': 'What was asked went to the site, or to its contact in the registry.',
  'enquiry.closed': 'An enquiry was closed, and who asked was told why.',
  'enquiry.noted': 'Who asked a site wrote a note to it.',
  'enquiry.corrected': 'Who asked a site corrected what they had sent.',
  'enquiry.passed': 'Who asked a site asks another one instead.',
  'enquiry.withdrawn': 'Who asked a site took it back; it was erased.',
  'session.ended': 'Somebody signed out, or ended a session elsewhere.',
  'enquiry.reminded': 'A site, or who looks after it, was reminded of an answer that it owes.',
  'enquiry.told': 'Who asked a site was mailed what became of it.',
  'site.setting-changed': 'How a site keeps its promise was changed.',
} as const

/** The name of an action that leaves a line. */
export type AuditAction = keyof typeof actions
