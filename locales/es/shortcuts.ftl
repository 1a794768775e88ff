### What readers see of shortcuts. The keys themselves are the same in every language.

shortcuts-shortcuts = Atajos de teclado

shortcuts-key-help = Mostrar estos atajos

shortcuts-key-search = Buscar en sus notas

shortcuts-key-new = Escribir una nota nueva sobre el tema que está a la vista

shortcuts-key-next = Ir al tema siguiente

shortcuts-key-before = Ir al tema anterior

shortcuts-key-edit = Editar la nota más cercana del tema que está a la vista

shortcuts-key-quote = Citar en una nota las palabras seleccionadas

shortcuts-keys-while-typing = Mientras escribe, ninguna de estas teclas funciona como atajo. En un cuadro de texto, Ctrl+Enter (Cmd+Enter en los teclados de Apple) añade su nota.

shortcuts-use-shortcuts = Usar atajos de teclado
