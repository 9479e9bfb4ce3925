/** Short guides for who thinks of joining a study. They say what is so everywhere, and ask for the rest. */
export const guidesEn = {
  title: 'Before you decide',
  lead: 'Short guides to medical studies. Each takes about two minutes.',
  description: 'What a medical study is, your rights, costs, placebo, children, questions to ask.',
  all: 'All guides',
  more: 'Other guides',
  print: 'This page prints on one sheet: take it to your visit.',
  rules:
    'Rules differ from country to country and from study to study. What the study team tells you on paper is what counts.',
  guides: {
    study: {
      title: 'What is a study?',
      short: 'Chance, placebo, visits.',
      parts: [
        {
          title: 'A question that nobody can answer yet',
          lines: [
            'A medical study looks for an answer. Does a new treatment work? Is it safe? What helps more: this or that?',
            'Nobody knows the answer before. That is why the study is made. A new treatment may be better, the same or worse.',
            'Some studies test nothing new. They only watch how people are doing.',
          ],
        },
        {
          title: 'The plan',
          lines: [
            'Every study has a plan. It says who can join, what is done, how often, and for how long.',
            'People who do not work for the study must check the plan first. They look after your safety. They are called an ethics committee.',
            'The plan has rules about who can join. They keep people safe and make the answer clear. If you do not fit, it is not your fault.',
          ],
        },
        {
          title: 'Groups by chance',
          lines: [
            'Many studies compare groups. A computer draws who is in which group, like a coin. You cannot choose. Neither can the doctor.',
            'That is fair, and it makes the answer honest: the groups are alike at the start.',
            'Sometimes nobody knows who is in which group until the end, not even the doctor. In an emergency it can be found out at once.',
          ],
        },
        {
          title: 'Phases',
          lines: [
            'New medicines are tested in steps. Phase 1 is the first: few people, to see if it is safe.',
            'Phase 2 looks at whether it seems to work. Phase 3 compares it with usual care in many people. Phase 4 follows it after it is approved.',
          ],
        },
      ],
    },
    rights: {
      title: 'Your rights',
      short: 'Say no, stop, ask anything.',
      parts: [
        {
          title: 'You decide',
          lines: [
            'Nobody can make you join. You can say no, and you need not say why.',
            'If you say no, your doctor must care for you as before.',
            'Take your time. Talk with your family and your own doctor before you sign.',
          ],
        },
        {
          title: 'Before you sign',
          lines: [
            'The team must tell you all about the study, in words you understand. You get it on paper, to keep.',
            'It says what will be done, what may go wrong, what it may bring, what else you could do, and whom to call.',
            'Ask until all is clear. No question is silly.',
            'Then you sign a form. That is called consent. It is a yes, not a promise to stay.',
          ],
        },
        {
          title: 'You can stop',
          lines: [
            'You can leave at any time, and need not say why. You still get your usual care.',
            'Tell the team before you stop a medicine. They can tell you how to do it safely.',
            'Ask what happens to your data and samples when you leave.',
            'The team may end your part too, for example if it is no longer good for you. Then they tell you why.',
          ],
        },
        {
          title: 'Your data',
          lines: [
            'The team writes down what it sees. Your name is not on it: a number is.',
            'Ask who can see your data, in which countries, and for how long it is kept.',
          ],
        },
      ],
    },
    costs: {
      title: 'Costs and placebo',
      short: 'Who pays, and what an empty pill is.',
      parts: [
        {
          title: 'Who pays?',
          lines: [
            'In many studies you pay nothing for the treatment that is tested and for the extra visits. But that is not so everywhere. Ask first.',
            'Ask who pays for your usual care, for travel, for parking, for a hotel, and for the time you cannot work.',
            'Ask your health insurance what it covers while you are in a study.',
            'Some studies give money to people who join. Ask how much, and when.',
          ],
        },
        {
          title: 'If something goes wrong',
          lines: [
            'Ask who pays for care if the study harms you. Ask if there is an insurance. The answer must be on the paper you get.',
          ],
        },
        {
          title: 'What is a placebo?',
          lines: [
            'A placebo looks like the medicine but has no medicine in it. It may be a pill, a drip or an injection.',
            'It shows what the medicine itself does. Hope and care alone can change how we feel.',
            'The paper must tell you if there is a placebo in the study. It may be that you get it.',
            'Ask: what usual care do I still get? Can I have the new treatment after the study?',
          ],
        },
      ],
    },
    children: {
      title: 'For a child',
      short: 'Who signs, and what the child is told.',
      parts: [
        {
          title: 'Who decides?',
          lines: [
            'Parents or guardians sign for a child. In some countries both parents must sign. Ask which rule counts where you are.',
            'The child is asked too, as soon as they can understand. Teams have a paper for children, in easy words, often with pictures.',
            'If a child says no, the team must listen.',
          ],
        },
        {
          title: 'How to tell your child',
          lines: [
            'Say it in plain words: “The doctors do not know yet what helps best. They want to find out, and they ask if we want to help.”',
            'Say what will happen at the next visit. Say what may hurt. Be honest.',
            'Say that you both can stop. Nobody will be angry.',
          ],
        },
        {
          title: 'What is special for children',
          lines: [
            'Studies with children have stricter rules than those for adults.',
            'The dose is often set by weight. Weigh your child and write it down before a visit.',
            'Ask how many times blood is taken, and how much. Ask if a cream can numb the skin.',
            'Ask if visits can fall outside school hours, and if brothers and sisters can come along.',
            'When your child comes of age during the study, they are asked again.',
          ],
        },
      ],
    },
    questions: {
      title: 'Questions to ask',
      short: 'One page to print for the visit.',
      parts: [
        {
          title: 'About the study',
          lines: [
            'What do you want to find out?',
            'Is the study still open? Is there a place for me?',
            'What is tested? Has it been tried in people like me?',
            'Are there groups? Is there a placebo?',
          ],
        },
        {
          title: 'About me',
          lines: [
            'Why do you think it may fit me?',
            'What else could I do? What if I do nothing?',
            'What may help me? What may harm me?',
            'Can I keep my medicines? What must I avoid?',
          ],
        },
        {
          title: 'About my days',
          lines: [
            'How many visits? Where? How long is each one?',
            'Which tests and injections? Do they hurt?',
            'How long does it all last? What comes after?',
            'Who pays for what? Is my travel paid?',
          ],
        },
        {
          title: 'About safety and data',
          lines: [
            'Whom do I call at night or at weekends?',
            'How do I stop, and what happens then?',
            'Who sees my data? Will I be told the result?',
          ],
        },
      ],
    },
  },
}
