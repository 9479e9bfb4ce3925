import { number } from '../report-table.ts'
import type { Plan } from './plan.ts'

/** How alerts were measured, in words. */
export function methodText({ alone, peerSubscriptions }: Plan): string {
  return `## Method

**Alerts.** The same on every run. 70 % are for a medical category near a place, 20 % for a search in words (60 % of these near a
place), 10 % for one study (30 % near a place). Categories are drawn by how many studies they have. Words are names of
conditions and treatments in the real records of \`data/snapshot\`, alone or one of each, one in twenty of the rarer with two letters in the wrong order; the nth
likeliest is drawn about 1/n as often as the first. Places are the towns of the gazetteer that ships, drawn by their inhabitants, with a radius from 10 to 200 km. Of all but those for one study,
half have an age and a third a sex. 10 % are told at once, 60 % daily, 30 % weekly. 72 % of the people have one alert, the others two to
four. Everybody has a key and a sealed address of their own. People lie in the tables in the order of their ids.

**The day.** One study in twelve is new. Of the others, most of which may be joined or soon will be, two in eleven change their state, two get a site
(the first of another study), three other dates, four only other words. \`trialway import\` takes them in.

**Matching** is done twice, and must come to the same. *Alone*, in a program that times its parts: writing is the transactions that
keep the news, the rest is opening the alerts, which are sealed, and looking at them; searches are asked of other processes meanwhile. Then as
\`trialway alerts run --no-send\`, at a local hour at which daily digests are not due, from start to end: this is the one whose memory counts. PSS
is the most that all its processes had at one moment (asked twice a second), memory that they share counted once: so much the machine needs. RSS is
the sum of the most that each of them ever had, whenever it was; the files of the catalogue, which the search processes share, count in each of
them. Memory of a PostgreSQL server is in neither.

**Digests.** What was found is made a week old, so that daily and weekly digests are due. They are made by \`trialway alerts run --no-send\` at a local noon, sent by a second process over four connections, with
no limit on pace, and taken by a third, which throws them away. The time is from the start of the command to the last 250, and includes
the second or two in which it opens the catalogue. Before it, ${number(alone)} are made alone and then sent alone. A digest is one mail to one person.

**Beside others.** SQL: the same changed studies with their categories and sites, and the same ${number(peerSubscriptions)} alerts or fewer, in
unlogged tables with indexes (points in a GiST index, then haversine), one core, the second of two runs. Ours reads the
alerts from the records and asks the categories of the search. nodemailer sends mails that were kept from this run, over as many
connections, to the same kind of server, with no queue, no seal and no database.

Differences below half are noise on a shared machine.`
}
