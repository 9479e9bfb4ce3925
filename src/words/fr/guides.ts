import type { Words } from '../shape/shape.ts'

/** Short guides for who thinks of joining a study, in French. */
export const guidesFr: Words['guides'] = {
  title: 'Avant de décider',
  lead: 'De courts guides sur les études médicales. Deux minutes chacun.',
  description:
    'Ce qu’est une étude médicale, vos droits, les frais, le placebo, les enfants, les questions à poser.',
  all: 'Tous les guides',
  more: 'Autres guides',
  print: 'Cette page s’imprime sur une feuille : prenez-la au rendez-vous.',
  rules:
    'Les règles changent selon les pays et selon les études. Ce que l’équipe vous remet sur papier est ce qui compte.',
  guides: {
    study: {
      title: 'Qu’est-ce qu’une étude ?',
      short: 'Le hasard, le placebo, les visites.',
      parts: [
        {
          title: 'Une question sans réponse pour l’instant',
          lines: [
            'Une étude médicale cherche une réponse. Un nouveau traitement marche-t-il ? Est-il sûr ? Qu’est-ce qui aide le plus : ceci ou cela ?',
            'Personne ne sait la réponse avant. C’est pour cela qu’on fait l’étude. Un nouveau traitement peut être meilleur, égal ou moins bon.',
            'Certaines études n’essaient rien de nouveau. Elles regardent seulement comment vont les gens.',
          ],
        },
        {
          title: 'Le plan',
          lines: [
            'Chaque étude a un plan. Il dit qui peut participer, ce qu’on fait, combien de fois et combien de temps.',
            'Des gens qui ne travaillent pas pour l’étude doivent d’abord lire ce plan. Ils veillent sur vous. On les appelle un comité d’éthique.',
            'Le plan dit qui peut participer. Ces règles protègent les gens et rendent la réponse claire. Si cela ne va pas pour vous, ce n’est pas de votre faute.',
          ],
        },
        {
          title: 'Des groupes tirés au sort',
          lines: [
            'Beaucoup d’études comparent des groupes. Un ordinateur tire au sort, comme à pile ou face. Vous ne pouvez pas choisir. Le médecin non plus.',
            'C’est juste, et la réponse est plus sûre : les groupes se ressemblent au départ.',
            'Parfois, personne ne sait qui est dans quel groupe avant la fin, pas même le médecin. En cas d’urgence, on peut le savoir tout de suite.',
          ],
        },
        {
          title: 'Les phases',
          lines: [
            'On essaie les nouveaux médicaments par étapes. La phase 1 est la première : peu de gens, pour voir si c’est sûr.',
            'La phase 2 regarde si cela semble marcher. La phase 3 compare avec le soin habituel, chez beaucoup de gens. La phase 4 suit le médicament une fois autorisé.',
          ],
        },
      ],
    },
    rights: {
      title: 'Vos droits',
      short: 'Dire non, arrêter, tout demander.',
      parts: [
        {
          title: 'C’est vous qui décidez',
          lines: [
            'Personne ne peut vous forcer. Vous pouvez dire non, sans dire pourquoi.',
            'Si vous dites non, votre médecin doit vous soigner comme avant.',
            'Prenez le temps. Parlez-en à vos proches et à votre médecin avant de signer.',
          ],
        },
        {
          title: 'Avant de signer',
          lines: [
            'L’équipe doit tout vous dire de l’étude, avec des mots clairs. Vous recevez un papier à garder.',
            'Il dit ce qui sera fait, ce qui peut mal se passer, ce que cela peut apporter, ce que vous pourriez faire d’autre, et qui appeler.',
            'Posez des questions tant que tout n’est pas clair. Aucune n’est bête.',
            'Ensuite, vous signez une feuille. C’est le consentement : un oui, pas une promesse de rester.',
          ],
        },
        {
          title: 'Vous pouvez arrêter',
          lines: [
            'Vous pouvez partir à tout moment, sans dire pourquoi. Vous gardez vos soins habituels.',
            'Parlez à l’équipe avant d’arrêter un médicament. Elle vous dira comment faire sans danger.',
            'Demandez ce que deviennent vos données et vos prélèvements si vous partez.',
            'L’équipe peut aussi vous faire arrêter, par exemple si ce n’est plus bon pour vous. Elle vous dit alors pourquoi.',
          ],
        },
        {
          title: 'Vos données',
          lines: [
            'L’équipe note ce qu’elle voit. Votre nom n’y est pas : il y a un numéro.',
            'Demandez qui peut voir vos données, dans quels pays, et combien de temps on les garde.',
          ],
        },
      ],
    },
    costs: {
      title: 'Frais et placebo',
      short: 'Qui paie, et ce qu’est un faux médicament.',
      parts: [
        {
          title: 'Qui paie ?',
          lines: [
            'Dans beaucoup d’études, vous ne payez ni le traitement essayé ni les visites en plus. Mais ce n’est pas le cas partout. Demandez avant.',
            'Demandez qui paie vos soins habituels, les trajets, le parking, l’hôtel, et le temps où vous ne travaillez pas.',
            'Demandez à votre assurance santé ce qu’elle prend en charge pendant une étude.',
            'Certaines études donnent de l’argent à ceux qui participent. Demandez combien, et quand.',
          ],
        },
        {
          title: 'Si quelque chose se passe mal',
          lines: [
            'Demandez qui paie les soins si l’étude vous fait du mal. Demandez s’il y a une assurance. La réponse doit être sur le papier qu’on vous donne.',
          ],
        },
        {
          title: 'Qu’est-ce qu’un placebo ?',
          lines: [
            'Un placebo ressemble au médicament, mais il n’y a pas de médicament dedans. C’est une pilule, une perfusion ou une piqûre.',
            'Il montre ce que fait le médicament lui-même. L’espoir et les soins changent déjà ce qu’on ressent.',
            'Le papier doit vous dire s’il y a un placebo dans l’étude. Il se peut que vous le receviez.',
            'Demandez : quels soins habituels est-ce que je garde ? Est-ce que je peux avoir le nouveau traitement après l’étude ?',
          ],
        },
      ],
    },
    children: {
      title: 'Pour un enfant',
      short: 'Qui signe, et ce qu’on lui explique.',
      parts: [
        {
          title: 'Qui décide ?',
          lines: [
            'Les parents ou le tuteur signent pour un enfant. Dans certains pays, il faut les deux parents. Demandez la règle là où vous êtes.',
            'On demande aussi à l’enfant, dès qu’il peut comprendre. Les équipes ont un papier pour les enfants, avec des mots faciles, souvent avec des images.',
            'Si un enfant dit non, l’équipe doit l’écouter.',
          ],
        },
        {
          title: 'Comment le dire à votre enfant',
          lines: [
            'Dites-le simplement : « Les médecins ne savent pas encore ce qui aide le mieux. Ils veulent le savoir, et ils demandent si nous voulons aider. »',
            'Dites ce qui se passera à la prochaine visite. Dites ce qui peut faire mal. Soyez franc.',
            'Dites que vous pouvez arrêter tous les deux. Personne ne sera fâché.',
          ],
        },
        {
          title: 'Ce qui change pour un enfant',
          lines: [
            'Les règles sont plus strictes que pour les adultes.',
            'La dose dépend souvent du poids. Pesez votre enfant et notez son poids avant une visite.',
            'Demandez combien de prises de sang il y a, et combien de sang on prend. Demandez si une crème peut endormir la peau.',
            'Demandez si les visites peuvent tomber hors de l’école, et si les frères et sœurs peuvent venir.',
            'Si votre enfant devient majeur pendant l’étude, on lui demande à nouveau.',
          ],
        },
      ],
    },
    questions: {
      title: 'Questions à poser',
      short: 'Une page à imprimer pour le rendez-vous.',
      parts: [
        {
          title: 'Sur l’étude',
          lines: [
            'Que voulez-vous savoir ?',
            'L’étude est-elle encore ouverte ? Y a-t-il une place pour moi ?',
            'Qu’est-ce qu’on essaie ? L’a-t-on déjà essayé chez des gens comme moi ?',
            'Y a-t-il des groupes ? Y a-t-il un placebo ?',
          ],
        },
        {
          title: 'Sur moi',
          lines: [
            'Pourquoi cela peut-il aller pour moi ?',
            'Que pourrais-je faire d’autre ? Et si je ne fais rien ?',
            'Qu’est-ce qui peut m’aider ? Qu’est-ce qui peut me faire du mal ?',
            'Puis-je garder mes médicaments ? Que dois-je éviter ?',
          ],
        },
        {
          title: 'Sur mes journées',
          lines: [
            'Combien de visites ? Où ? Combien de temps chacune ?',
            'Quels examens, quelles piqûres ? Est-ce que cela fait mal ?',
            'Combien de temps dure le tout ? Et après ?',
            'Qui paie quoi ? Mes trajets sont-ils payés ?',
          ],
        },
        {
          title: 'Sur la sécurité et mes données',
          lines: [
            'Qui appeler la nuit ou le week-end ?',
            'Comment arrêter, et que se passe-t-il alors ?',
            'Qui voit mes données ? Me dira-t-on le résultat ?',
          ],
        },
      ],
    },
  },
}
