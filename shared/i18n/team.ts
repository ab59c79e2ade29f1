/** Words of a team's people and places on the neighbourhood page. The Welsh wants a native reader's check. */
export const team = {
  en: {
    hours: 'Hours:',
    saveContact: 'Save contact details (vCard)',
    saveContactOf: 'of {{name}}',
    dropIn: 'Drop-in',
    mapMarks_one: 'The square marks where you can find us.',
    mapMarks_other: 'The squares mark where you can find us.',
  },
  cy: {
    hours: 'Oriau:',
    saveContact: 'Cadw manylion cyswllt (vCard)',
    saveContactOf: '{{name}}',
    dropIn: 'Sesiwn galw heibio',
    mapMarks_zero: 'Mae’r sgwariau’n dangos ble i ddod o hyd i ni.',
    mapMarks_one: 'Mae’r sgwâr yn dangos ble i ddod o hyd i ni.',
    mapMarks_two: 'Mae’r sgwariau’n dangos ble i ddod o hyd i ni.',
    mapMarks_few: 'Mae’r sgwariau’n dangos ble i ddod o hyd i ni.',
    mapMarks_many: 'Mae’r sgwariau’n dangos ble i ddod o hyd i ni.',
    mapMarks_other: 'Mae’r sgwariau’n dangos ble i ddod o hyd i ni.',
  },
} as const
