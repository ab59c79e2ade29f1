/** Every key of the chair's page, as the list under `?` shows them. */
export const chairKeys: readonly { where: string; keys: readonly (readonly [key: string, does: string])[] }[] = [
  {
    where: 'Anywhere',
    keys: [
      ['N', 'Start the meeting; then go to the next item'],
      ['B', 'Back to the item before'],
      ['P', 'Pause, and go on'],
      ['M', 'Write minutes'],
      ['H', 'Add somebody in the hall to the queue'],
      ['C', 'Call the next speaker'],
      ['D', 'The speaker is done'],
      ['G', 'Go to the agenda'],
      ['Q', 'Go to the questions'],
      ['K', 'Write down a question from the hall'],
      ['*', 'Many questions at once: show or hide the chosen'],
      ['F', 'Figures and lists that the hall sees'],
      ['+', 'Add an item'],
      ['R', 'How many are in the room'],
      ['S', 'Settings'],
      ['X', 'Close the meeting (asks first)'],
      ['?', 'This list'],
    ],
  },
  {
    where: 'On an item, a question or a speaker',
    keys: [
      ['↑ ↓', 'The one before, the next one'],
      ['O', 'Item: go to it now'],
      ['U', 'Item or speaker: move up'],
      ['L', 'Item or speaker: move down. Question: answer it later'],
      ['E', 'Item or line of minutes: change it. Question: choose it'],
      ['Y', 'Item, speaker or line: take it off'],
      ['A', 'Question: show it to everybody'],
      ['W', 'Question: it is being answered now'],
      ['V', 'Question: it is answered'],
      ['I', 'Question: hold it up, and let it go'],
      ['J', 'Question: join it with another'],
      ['T', 'Question: hide it'],
    ],
  },
  {
    where: 'While you type',
    keys: [
      ['Ctrl Enter', 'Send'],
      ['Esc', 'Stop typing, so that keys work again'],
    ],
  },
]
