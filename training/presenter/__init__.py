"""A painted presenter: a face of nobody, drawn by this program, whose every lip and tooth has a known place.

`film.render_presenter` writes a film, `painter.Presenter` paints single pictures.
"""
