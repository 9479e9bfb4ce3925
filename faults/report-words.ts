/** What is promised, in the words of the operator. */
export const promisesText = `## What is promised

- **What was answered is kept.** A page says that a request is kept, or a command that something is done, only after the
  disk has it (\`synchronous=FULL\`; on PostgreSQL a commit with \`synchronous_commit\`). Neither a killed process nor a
  power cut takes it back. The request, its line in the audit trail and its mail are one transaction.
- **No change is lost, and none is told twice.** An import counts as matched only when all that is news of it is kept, under a key that
  is the same whenever it is worked out again. A digest, its mail and the note that the news is told are one transaction. Stopped
  anywhere, the next run goes on.
- **A mail may come twice in one case only**: a crash falls between the mail server's final "250" and our note of it, or the
  line breaks there. The mail then has the same Message-ID, by which many mailboxes show it once. Mail cannot do better,
  so "exactly once" is not promised. After a power cut (not after a killed process) this may also be so for the mails of the last
  moments, because that note does not wait for the disk.
- **Strangers fill no mailbox and learn of nobody.** However its address is written, a mailbox gets at most three mails an hour and
  six a day that strangers can cause; its owner’s own request is kept and can be confirmed. What a crowd asks waits and goes out
  at a bounded pace. The answer, and the time to it, are the same for every address.
- **Nobody who asks a site is left in silence.** What follows from a promise is written down when it is made; whatever becomes of
  the site, its people, its mail or its study, who asked hears the next morning that it is late, every week while it is, and
  when it ends; and never twice in a day.
- **Who may, and nobody else.** Every route, asked by everybody who can be signed in, of enquiries at every place and in every state:
  3,624 asks, let in without a right 0, turned away with one 0; and looking changes nothing, 0 of 24,000 GET and HEAD (F47; \`src/web/authorisation.test.ts\`,
  \`src/web/desk/participants/authorisation.test.ts\`: of a study that is run, 27,156 asks in six states, 0 and 0; all of it by \`npm run test:long\`).
- **The database may go away**: restart, hang, fill up or move. What is public is served all the time; what needs records says
  so within 5 seconds, and comes back by itself. Where the line broke between a commit and its answer, the visitor is told
  that it is not known.
- **The catalogue is the old one or the new one**, whole, whenever an import stops, and on each of several servers that it is copied to.
- **Several servers are as one**: what one was asked another confirms, however many send mail and whichever is killed.
- **Who left stays away.** Erasures are noted outside the records, and are done again on a restored backup. What was waiting
  to be mailed when a backup was made is not mailed after it is restored: better lost than told twice.
- **Nothing is readable without the keys.** Of what people gave (address, words, place, age, the study they follow) nothing lies in the database,
  its log or a backup in clear. What was told leaves a mark that leads to no study.
- **Nothing of an erased person stays**, by the command or by the link in a mail: not in the files of SQLite, in a row or a dump of PostgreSQL, in
  mails that were written to files, or in an older backup once it is restored.
- **Nothing is made anew in silence.** Records that are missing, empty, damaged, foreign or newer are refused with what to do,
  and not a byte of them is changed.`

/** What cannot be provoked here. */
export const notProvokedText = `## Not provoked here

- **A real power cut, and disks that lie.** The power cut is a model: the program's own writes are replayed, not the disk's. A disk or
  a virtual machine that says "written" for what is in its memory breaks every promise above; no program can notice.
- **Writes of other programs and of the system** (the file system's own journal) are not in the model. New folders are taken as
  durable when they are made, as ext4 and XFS do with the first fsync inside them.
- **A disk that becomes read-only under open files**: a file system in memory does not let itself be remounted then. The error it
  would give (EROFS) is put in the place of single writes instead.
- **Network file systems**, on which SQLite's locks may not work: the records belong on a local disk.
- **A domain whose every address is one mailbox** (a "catch-all"): to us these are many mailboxes. Such a domain gets what the pace
  for one domain lets through (\`MAIL_ASKED_PER_MINUTE_PER_DOMAIN\`).
- **What follows an answer** (the mail itself, and the work a moment later) is not hidden from who can watch the network or the machine.
- **PostgreSQL's failing disk** is PostgreSQL's promise; here it is stopped, killed, frozen and filled, and what it writes is cut (F41, F43).
  The one of F26, F27, F41 and F43 waits for its disk, that of the other runs does not. A fail-over to a standby that lacks the last
  commits loses them, whatever we do: give it synchronous replication.
- **A log at a terminal**: Ctrl-S there holds the whole server until Ctrl-Q, because Node writes to a terminal in one go. Under a
  supervisor, in a file and through a pipe it is provoked (F28).
- **What PostgreSQL keeps of deleted rows** in its files until VACUUM and in its log until that is recycled: only live rows and a dump
  are searched for an erased person. It is sealed. Nor is what a file system keeps of deleted files looked for.
- **Several servers on machines of their own**: in F35 they are processes on one machine, and the catalogue is copied between folders
  of it. What a network between them does is left to rsync and PostgreSQL.
- **Real mail providers**: the mail server is a program on this machine. What each provider answers is not in these figures.
- **Faults that do not concern records and mail** (archives that are bombs, a registry that is slow, memory, restarts under load)
  are covered by tests where they concern the finder, or are not claimed.`

/** How far the figures reach. */
export const limitsText = `## Limits

- Moments are random with a seed: the same seed gives the same moments, but processes do not run twice alike.
- The counts prove nothing about what did not happen in so many tries: 0 of 200 is below about 1.5 % with 95 % confidence.
- The small registry has a few hundred made-up studies, so that an import is short; the code is the same for the whole.
- Soaking takes minutes here. A slow leak shows in hours: \`npm run faults -- --only F25 --soak 120\`.`
