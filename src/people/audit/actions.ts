/** Everything that leaves a line in the audit trail, and what that line says. */
export const actions = {
  'subscription.requested':
    'An alert was asked for; its owner is asked by mail, unless the mailbox had enough of it.',
  'subscription.confirmed': 'An alert was confirmed by the link in the mail.',
  'subscription.changed': 'What an alert is about, or how often it comes, was changed.',
  'subscription.paused': 'An alert was paused.',
  'subscription.resumed': 'An alert goes on after a pause.',
  'subscription.deleted': 'An alert was deleted.',
  'alerts.stopped': 'All alerts of a person were ended; what else they have here stays.',
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
  'invitation.sent': 'Somebody was invited to a role.',
  'role.given': 'An account was given a role at a study, a site or the installation.',
  'role.ended': 'A role of an account ended.',
  'sign-in.asked':
    'A link to sign in was asked for; it is mailed where the address has an account.',
  'passkey.added': 'A passkey was added to an account.',
  'passkey.removed': 'A passkey was taken away from an account.',
  'session.started': 'Somebody signed in.',
  'enquiry.asked': 'Somebody asks a site; the owner of the address is asked by mail.',
  'enquiry.confirmed': 'The owner of the address confirmed what they ask a site.',
  'enquiry.sent': 'What was asked went to the site, or to its contact in the registry.',
  'enquiry.closed': 'An enquiry was closed, and who asked was told why.',
  'enquiry.noted': 'Who asked a site wrote a note to it.',
  'enquiry.corrected': 'Who asked a site corrected what they had sent.',
  'enquiry.passed': 'Who asked a site asks another one instead.',
  'enquiry.forgotten': 'An enquiry was erased, because the time for which it is kept was over.',
  'enquiry.withdrawn': 'Who asked a site took it back; it was erased.',
  'session.ended': 'Somebody signed out, or ended a session elsewhere.',
  'enquiry.reminded': 'A site, or who looks after it, was reminded of an answer that it owes.',
  'enquiry.told': 'Who asked a site was mailed what became of it.',
  'site.setting-changed': 'How a site keeps its promise was changed.',
  'enquiry.seen':
    'Somebody at the site opened an enquiry, or what was added to it, for the first time.',
  'enquiry.answered': 'A site wrote down what it did with an enquiry.',
  'enquiry.assigned': 'Somebody took an enquiry, was given it, or gave it back.',
  'enquiry.team-note': 'A note for the team was kept with an enquiry.',
  'site.word-said': 'A site said something of itself, beside the registry’s record.',
  'template.kept': 'A site kept a text that it writes often.',
  'template.dropped': 'A site dropped such a text.',
  'claim.asked': 'Whom the registry names for a listing was asked whether they claim it.',
  'claim.granted': 'A claim was granted: by itself, or by an operator.',
  'claim.waits': 'A claim was proved, and waits for an operator.',
  'claim.refused': 'An operator refused a claim.',
  'claim.undone': 'An operator undid a claim that was granted.',
  'claim.forgotten':
    'A claim that nobody proved, or that was refused or undone a year ago, was deleted.',
  'study.opened': 'A study is run here from now on.',
  'study.site-changed':
    'A site of a study that is run here was added, or its approval was changed.',
  'study.version-added': 'A version of a protocol was added; no site works by it yet.',
  'study.version-begun': 'A site works by its first version of the protocol.',
  'study.consent-form-added': 'A text of consent was added; no site asks by it yet.',
  'study.consent-form-approved':
    'A site asks consent by a text from a day on; those already in sign again where that was decided.',
  'study.version-switched':
    'A site works by another version of the protocol from a day on, with what was decided of those already in.',
  'participant.version-changes':
    'A participant is on another version of the protocol from a day on.',
  'participant.enrolled': 'Somebody is screened for a study, and has a number there.',
  'participant.identity-changed':
    'Who a participant is, or how they are reached, was put right by who treats them.',
  'participant.erasure-asked':
    'A participant asks to be erased: noted, because a study must keep what it collected.',
  'fact.recorded': 'Something was recorded of a participant.',
  'fact.corrected':
    'Something that was recorded of a participant was corrected; the old value stays.',
  'signature.made': 'An investigator signed for a participant, with a meaning.',
  'signature.void': 'A later change made a signature void.',
  'deviation.raised': 'Something was not done as the version in force says.',
  'dose.prepared': 'A dose was prepared, for a second person to confirm.',
  'dose.confirmed': 'A second person confirmed a dose that was prepared.',
  'dose.taken-back': 'A dose that was prepared was taken back.',
  'dose.void': 'A dose that was prepared became void, because what it rests on changed.',
  'dose.all-the-same':
    'An investigator recorded a dose that was given although it should not have been.',
} as const

/** The name of an action that leaves a line. */
export type AuditAction = keyof typeof actions
