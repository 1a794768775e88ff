### What readers see of shortcuts. The keys themselves are the same in every language.

shortcuts-shortcuts = Raccourcis clavier

shortcuts-key-help = Afficher ces raccourcis

shortcuts-key-search = Rechercher dans vos notes

shortcuts-key-new = Écrire une note sur le thème affiché

shortcuts-key-next = Aller au thème suivant

shortcuts-key-before = Aller au thème précédent

shortcuts-key-edit = Modifier la note la plus proche sur le thème affiché

shortcuts-key-quote = Citer dans une note les mots sélectionnés

shortcuts-keys-while-typing = Pendant que vous écrivez, ces raccourcis sont inactifs. Dans une zone de texte, Ctrl+Enter (Cmd+Enter sur les claviers Apple) ajoute votre note.

shortcuts-use-shortcuts = Utiliser les raccourcis clavier
