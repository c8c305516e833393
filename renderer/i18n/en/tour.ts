export const tour = {
  tour: {
    offer: 'First time here? A two-minute tour shows the essentials.',
    start: 'Start the tour',
    later: 'No thanks',
    step: 'Step {{n}} of {{of}}',
    next: 'Next',
    back: 'Back',
    end: 'Finish',
    quit: 'Leave the tour',
    missing: 'Nothing to show here for now: go on.',
    keys: 'Enter: next. Esc: leave.',
    steps: {
      order: {
        title: 'A site’s order for one day',
        text: 'The large number is the order: the meals to order. One line per site, one column per day, the total below.',
      },
      range: {
        title: 'The likely range',
        text: '8 days in 10, meals served fall in it.',
      },
      deadline: {
        title: 'What is urgent',
        text: 'Here is the deadline of the next order, or how far the records go. Each site may have its own rule, in Settings.',
      },
      level: {
        title: 'The service level',
        text: 'Your one setting: how many days in ten without a shortage. Move it, and the orders follow at once.',
      },
      why: {
        title: 'Why this number?',
        text: 'An open cell explains its order step by step: habit, weekday, season, then the margin. The steps add up.',
      },
      print: {
        title: 'The day’s sheet',
        text: 'What the cook pins up: one page per site, to print or to save. The tour is over; {{key}} leads everywhere.',
      },
    },
  },
};
