import type { Rule } from './rule.ts';

/** No device is ever handed to a page: USB, serial, HID, Bluetooth. (Screens are refused by Electron itself where no handler is set.) */
export const refuseDevices: Rule = {
  session: (session) => {
    session.setDevicePermissionHandler(() => false);
    session.on('select-usb-device', (event, _details, answer) => {
      event.preventDefault();
      answer();
    });
    session.on('select-hid-device', (event, _details, answer) => {
      event.preventDefault();
      answer();
    });
    session.on('select-serial-port', (event, _ports, _contents, answer) => {
      event.preventDefault();
      answer('');
    });
  },
  contents: (contents) => {
    contents.on('select-bluetooth-device', (event, _devices, answer) => {
      event.preventDefault();
      answer('');
    });
  },
};
