import { createHash } from 'node:crypto';

/**
 * The only script of a brief: beside each link to an SVG it puts a button that saves the same figure as PNG, twice as
 * large, drawn by the reader’s own browser. Without scripts all else works.
 */
export const pageScript = `for (const link of document.querySelectorAll('a.svg')) {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = 'PNG';
  button.addEventListener('click', () => {
    const image = new Image();
    image.onload = () => {
      const canvas = document.createElement('canvas');
      canvas.width = 2 * image.naturalWidth;
      canvas.height = 2 * image.naturalHeight;
      canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
      canvas.toBlob((png) => {
        const save = document.createElement('a');
        save.href = URL.createObjectURL(png);
        save.download = link.download.replace(/svg$/, 'png');
        save.click();
        setTimeout(() => URL.revokeObjectURL(save.href), 60000);
      });
    };
    image.src = link.href;
  });
  link.after(' ', button);
}`;

/** What lets a browser run this script and no other. */
export const pageScriptHash = `sha256-${createHash('sha256').update(pageScript).digest('base64')}`;
