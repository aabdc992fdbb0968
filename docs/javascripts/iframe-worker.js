/* The search runs in a worker, which no page that is opened from the disk may start: there, it runs in a frame. */
"use strict";
(() => {
  if (location.protocol !== "file:") return;

  /* What the frame lends the worker's script: messages to the page, and other scripts, one after another. */
  const lend = (frame, worker) => {
    frame.postMessage = (data) => worker.dispatchEvent(new MessageEvent("message", { data }));
    frame.importScripts = (...addresses) =>
      addresses.reduce((before, address) => before.then(() => load(frame, address)), Promise.resolve());
  };

  const load = (frame, address) =>
    new Promise((resolve, reject) => {
      const script = frame.document.createElement("script");
      script.src = address;
      script.onload = resolve;
      script.onerror = reject;
      frame.document.body.append(script);
    });

  window.Worker = class extends EventTarget {
    constructor(address) {
      super();
      const element = document.createElement("iframe");
      element.hidden = true;
      document.body.append(element);
      this.frame = element.contentWindow;
      lend(this.frame, this);
      this.ready = load(this.frame, address);
    }

    postMessage(data) {
      this.ready.then(() => this.frame.dispatchEvent(new MessageEvent("message", { data })));
    }

    terminate() {
      this.frame.frameElement.remove();
    }
  };
})();
