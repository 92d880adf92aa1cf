document.title = 'Travaux'
